/** A kind of file that the register is written to. A model in, bytes out: no clock, no query. */
export interface Exporter<Model> {
  /** Lasting name, "responsibility-matrix". */
  id: string
  title: string
  /** Of the file name, without its dot. */
  extension: string
  /** For the Content-Type header. */
  mime: string
  write(model: Model): Promise<Uint8Array>
}
