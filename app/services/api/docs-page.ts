/** The page that shows the OpenAPI document; its script comes from this server, under the page's nonce. */
export const docsPage = (nonce: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Carveout</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; }
  p { margin: 1rem; }
</style>
<script type="module" nonce="${nonce}" src="/rapidoc/rapidoc-min.js"></script>
</head>
<body>
<rapi-doc spec-url="/api/v1/openapi.json" render-style="read" load-fonts="false" regular-font="system-ui, sans-serif"
  theme="light" primary-color="#3b5bdb" show-header="false" allow-spec-file-load="false" allow-server-selection="false"
  schema-description-expanded="true" persist-auth="false">
  <p><a href="/">Back to Carveout</a></p>
</rapi-doc>
<noscript><p>This page needs JavaScript. The document itself is at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p></noscript>
</body>
</html>
`
