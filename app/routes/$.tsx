/**
 * Every address that no other route has. It is a route, so that the page that says so has its frame, and the browser goes on with
 * what the server made.
 */
export const loader = () => {
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}
