/** The page that shows the OpenAPI document; its script comes from this server, under the page's nonce. */
export const docsPage = (nonce: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · Carveout</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/swagger-ui/swagger-ui.css">
<style nonce="${nonce}">
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; }
  p { margin: 1rem; }
</style>
</head>
<body>
<p><a href="/">Back to Carveout</a></p>
<main id="api"></main>
<noscript><p>This page needs JavaScript. The document itself is at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p></noscript>
<script nonce="${nonce}" src="/swagger-ui/swagger-ui-bundle.js"></script>
<script nonce="${nonce}">
  SwaggerUIBundle({ url: '/api/v1/openapi.json', domNode: document.getElementById('api'), validatorUrl: null })
</script>
</body>
</html>
`
