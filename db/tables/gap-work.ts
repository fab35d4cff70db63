/** What people do about gaps. A gap itself is computed; it is known by its deployment and its rule. */
export interface GapWorkTables {
  gap_work: GapWorkTable
  gap_comment: GapCommentTable
}

export interface GapWorkTable {
  deployment_id: string
  rule: string
  status: string
  owner: string | null
  due_on: string | null
  acceptance_json: string | null
  changed_at: string
}

export interface GapCommentTable {
  id: string
  deployment_id: string
  rule: string
  author: string
  body: string
  at: string
}
