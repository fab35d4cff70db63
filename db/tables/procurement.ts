/** Dates and who works on them, reminders and where they go, calendar feeds, saved views, and what vendors show for themselves. */
export interface ProcurementTables {
  deadline_owner: DeadlineOwnerTable
  deadline_mark: DeadlineMarkTable
  reminder: ReminderTable
  channel: ChannelTable
  delivery: DeliveryTable
  calendar_feed: CalendarFeedTable
  saved_view: SavedViewTable
  list_import: ListImportTable
  vendor_assurance: VendorAssuranceTable
}

/** `key` is a deadline's kind and the id of what it is about: "term_end 5f…". */
export interface DeadlineOwnerTable {
  key: string
  owner: string
  deputy: string | null
}

/** Of the deadline on that one day: the next term's is open again. */
export interface DeadlineMarkTable {
  key: string
  due_on: string
  /** snoozed or done. */
  state: string
  until: string | null
  /** Why it was set aside, or what shows that it was done. */
  reason: string
  marked_by: string
  marked_at: string
}

/** Stamped before it is sent, so that no sweep sends it twice. */
export interface ReminderTable {
  key: string
  due_on: string
  /** Days before. */
  step: number
  recipient: string
  stamped_at: string
}

/** Where reminders are posted to. */
export interface ChannelTable {
  id: string
  name: string
  /** webhook, slack or teams. */
  form: string
  url: string
  /** `whsec_…`, with which the receiver checks the signature. */
  secret: string
  made_by: string
  created_at: string
  removed_at: string | null
}

/** A message on its way, and what became of it: to a channel, or to a person by e-mail. */
export interface DeliveryTable {
  id: string
  channel_id: string | null
  recipient: string | null
  subject: string
  body: string
  /** waiting, delivered or failed. */
  state: string
  attempts: number
  next_at: string
  outcome: string | null
  created_at: string
}

/** An address to subscribe to; only the hash of its secret is kept. */
export interface CalendarFeedTable {
  id: string
  name: string
  /** Whose deadlines; null: everybody's. */
  owner: string | null
  token_sha256: string
  made_by: string
  created_at: string
  revoked_at: string | null
}

/** An address of a screen that somebody wants to come back to. */
export interface SavedViewTable {
  id: string
  screen: string
  name: string
  query: string
  made_by: string
  created_at: string
}

/** A list on its way in: read, not yet taken. */
export interface ListImportTable {
  id: string
  file_name: string
  sheets_json: string
  made_by: string
  created_at: string
}

export interface VendorAssuranceTable {
  id: string
  vendor_id: string
  kind: string
  title: string
  expires_on: string
  note: string
  file_name: string | null
  sha256: string | null
  recorded_by: string
  recorded_at: string
  /** Recorded by mistake: it counts for nothing and is kept. */
  withdrawn_by: string | null
  withdrawn_at: string | null
}
