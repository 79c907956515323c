#!/usr/bin/env bash
# The whole life of one request, told by curl. Usage: BASE=http://127.0.0.1:3000 KEY=$(cat data/owner-key) examples/story.sh
set -euo pipefail
BASE=${BASE:-http://127.0.0.1:3000}
KEY=${KEY:-$(cat data/owner-key)}
api() { curl --silent --show-error --fail-with-body -H "Authorization: Bearer $KEY" "$@"; }
send() { api -H 'Content-Type: application/json' "$@"; }
field() { node -p "JSON.parse(require('fs').readFileSync(0)).$1"; }

# Whom we ask, and what for.
AGENCY=$(send "$BASE/api/v1/agencies" -d '{
  "name": "Department of the Army Criminal Investigation Division", "abbreviation": "CID", "statute": "us-foia",
  "contacts": [{"channel": "email", "value": "foia@cid.example"}]}' | field id)
REQUEST=$(send "$BASE/api/v1/requests" -d '{
  "agencyId": "'"$AGENCY"'", "subject": "Weapons stolen from US bases in Iraq and Syria",
  "description": "All investigation files on weapons and sensitive equipment stolen from US bases in Iraq and Syria.",
  "feeCategory": "news-media", "tags": ["army"]}' | field id)

# What happened, as it happened.
fact() { send "$BASE/api/v1/requests/$REQUEST/status-changes" -d "$1" > /tmp/foia-desk-story.json; }
fact '{"kind": "filed", "on": "2026-06-01", "channel": "email"}'
fact '{"kind": "acknowledged", "on": "2026-06-04", "trackingNumber": "FA26-1234"}'
fact '{"kind": "clarification-requested", "on": "2026-06-08", "answerBy": "2026-07-08", "note": "Which bases?"}'
fact '{"kind": "clarified", "on": "2026-06-22", "channel": "email"}'
fact '{"kind": "extended", "on": "2026-07-10", "ground": "voluminous records"}'
fact '{"kind": "determined", "on": "2026-08-05", "outcome": "partly-granted", "exemptions": ["(b)(6)", "(b)(7)(C)"]}'
DETERMINED=$(field statusChange.id < /tmp/foia-desk-story.json)
fact '{"kind": "appealed", "on": "2026-10-20", "channel": "email"}'

# Every deadline, and why it falls on that day.
api "$BASE/api/v1/requests/$REQUEST" | node -e '
  const request = JSON.parse(require("fs").readFileSync(0));
  console.log(`${request.number}: ${request.status}, ${request.outcome}`);
  for (const deadline of request.deadlines) {
    console.log(`\n${deadline.kind}, owed by ${deadline.owedBy}: ${deadline.dueOn} (${deadline.state})`);
    for (const step of deadline.steps) console.log(`  ${step.on}  ${step.says}${step.cites ? ` [${step.cites.label}]` : ""}`);
  }
  for (const one of request.consequences) console.log(`\n${one.kind} from ${one.from}${one.until ? ` until ${one.until}` : ""}: ${one.says}`);'

# The released file, attached to the determination; it comes back as it went in.
printf '%%PDF-1.4\n%% a released page\n%%%%EOF\n' > /tmp/foia-desk-story.pdf
DOCUMENT=$(api "$BASE/api/v1/requests/$REQUEST/documents" -F label='Interim release, part 1' -F role=release \
  -F releasedOn=2026-08-05 -F statusChangeId="$DETERMINED" -F file=@/tmp/foia-desk-story.pdf | field id)
api "$BASE/api/v1/documents/$DOCUMENT/content" | cmp - /tmp/foia-desk-story.pdf

# What the desk will say, and when.
api "$BASE/api/v1/reminders?requestId=$REQUEST&state=planned" | node -e '
  const { items } = JSON.parse(require("fs").readFileSync(0));
  for (const one of items) console.log(`\nreminder ${one.sendAt}: ${one.deadlineKind}, due ${one.dueOn}`);'
rm -f /tmp/foia-desk-story.json /tmp/foia-desk-story.pdf
