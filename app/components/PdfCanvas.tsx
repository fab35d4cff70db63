import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import classes from './Pages.module.css'

/** The PDF at an address, opened in the browser; undefined until it is, and where it can't be. */
export function usePdf(url: string): { pdf?: PDFDocumentProxy; failed: boolean } {
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    let loaded: PDFDocumentProxy | undefined
    async function load() {
      const pdfjs = await import('pdfjs-dist')
      const worker = await import('pdfjs-dist/build/pdf.worker.min.mjs?url')
      pdfjs.GlobalWorkerOptions.workerSrc = worker.default
      loaded = await pdfjs.getDocument({
        url,
        cMapUrl: '/pdfjs/cmaps/',
        standardFontDataUrl: '/pdfjs/standard_fonts/',
        isEvalSupported: false,
      }).promise
      if (gone) await loaded.destroy()
      else setPdf(loaded)
    }
    // Without the picture the marks and the words beside it still stand.
    load().catch(() => !gone && setFailed(true))
    return () => {
      gone = true
      setPdf(undefined)
      setFailed(false)
      void loaded?.destroy()
    }
  }, [url])
  return { pdf, failed }
}

/** A page drawn as wide as what it stands in, once it comes near. */
export function PageCanvas({ pdf, number, zoom }: { pdf: PDFDocumentProxy; number: number; zoom: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '800px' },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const element = canvas.current
    if (!near || !element || zoom <= 0) return
    let cancel = () => {}
    let gone = false
    pdf.getPage(number).then(
      (page) => {
        if (gone) return
        const scale =
          ((element.parentElement?.clientWidth ?? 700) / page.getViewport({ scale: 1 }).width) *
          devicePixelRatio
        const viewport = page.getViewport({ scale })
        element.width = viewport.width
        element.height = viewport.height
        const task = page.render({ canvas: element, viewport })
        cancel = () => task.cancel()
        task.promise.then(
          () => element.setAttribute('data-drawn', ''),
          () => undefined,
        )
      },
      () => undefined,
    )
    return () => {
      gone = true
      cancel()
    }
  }, [near, pdf, number, zoom])
  return <canvas ref={canvas} className={classes.canvas} />
}
