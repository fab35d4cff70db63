/**
 * The reader's locale, from the browser's own list: the first that this runtime can format dates and money in.
 * British English when the browser says nothing.
 */
export function localeOf(request: Request): string {
  const wanted = (request.headers.get('Accept-Language') ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
    .filter((tag) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag))
  return Intl.DateTimeFormat.supportedLocalesOf(wanted)[0] ?? 'en-GB'
}
