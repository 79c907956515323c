/** What a person sees who follows a link of a footnote without a key: what is needed, and nothing of what is there. */
export function signedOutPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>A page kept at a FOIA desk</title>
</head>
<body>
<h1>A page kept at a FOIA desk</h1>
<p>This link names one page of a released file. The desk shows it to people who have a key, and who may see the request
that the file came by.</p>
<p>If you have a key, send it along:</p>
<pre>curl -H "Authorization: Bearer fd_…" &lt;this link&gt;</pre>
<p>If you have none, ask whoever published the footnote. The digits in the link are the first of the file's SHA-256: any
copy of the file can be checked against them.</p>
</body>
</html>
`;
}
