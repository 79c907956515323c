import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../test/support/servers.mjs';
import { alternate, print } from './compare.mjs';
import { api, startDesk } from './desk.mjs';

const run = promisify(execFile);
const KEY = 'fd_benchbench_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const BARE = fileURLToPath(new URL('bare/pdfium.mjs', import.meta.url));
const PAGES = 200;
const ROUNDS = 5;
const MIB = 1024 * 1024;
const WORDS =
  'crate base convoy missing weapon inventory Balad Basra signed received returned serial number report'.split(' ');

/**
 * From the upload of a text PDF to its last page being readable over the API, in pages a second; beside it a process
 * that only takes the text, by the same PDFium, and by pdftotext where that is installed.
 */
export async function benchReading() {
  const dir = await mkdtemp(join(tmpdir(), 'foia-desk-bench-'));
  const port = await freePort();
  const desk = await startDesk({ PORT: String(port), DATA_DIR: join(dir, 'data'), OWNER_KEY: KEY, SWEEP_SECONDS: '1' });
  const memory = { ours: 0, child: 0, bare: 0 };
  try {
    const agency = await api(port, KEY, 'POST', '/agencies', { name: 'CID', statute: 'us-foia' });
    const request = await api(port, KEY, 'POST', '/requests', { agencyId: agency.id, subject: 's', description: 'd' });
    let files = 0;
    // Each time another file: the desk reads the same bytes once.
    const fresh = async () => {
      const path = join(dir, `${++files}.pdf`);
      await writeFile(path, textPdf(files));
      return path;
    };
    const ours = async () => {
      const path = await fresh();
      const rate = await readByDesk(port, request.id, path, desk.child.pid, memory);
      return rate;
    };
    const bare = async () => {
      const path = await fresh();
      return timed(async () => {
        const { stdout } = await run(process.execPath, [BARE, path]);
        const told = JSON.parse(stdout);
        if (told.pages !== PAGES) throw new Error(`bench: bare read ${told.pages} pages`);
        memory.bare = Math.max(memory.bare, told.rss);
      });
    };
    print(`read a PDF of ${PAGES} pages (PDFium's wrapper)`, await alternate(ROUNDS, ours, bare), 'pages/s');
    const pdftotext = async () => {
      const path = await fresh();
      return timed(() => run('pdftotext', ['-q', path, join(dir, 'out.txt')]));
    };
    const isThere = await run('pdftotext', ['-v']).then(
      () => true,
      () => false,
    );
    if (isThere) print(`read a PDF of ${PAGES} pages (pdftotext)`, await alternate(ROUNDS, ours, pdftotext), 'pages/s');
    const mib = (bytes) => `${Math.round(bytes / MIB)} MiB`;
    console.log(
      `memory at most: the desk ${mib(memory.ours)}, its child ${mib(memory.child)}, bare ${mib(memory.bare)}`,
    );
  } finally {
    await desk.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function timed(work) {
  const started = performance.now();
  await work();
  return PAGES / ((performance.now() - started) / 1000);
}

async function readByDesk(port, requestId, path, pid, memory) {
  const form = new FormData();
  form.set('file', new Blob([await readFile(path)]), 'release.pdf');
  return timed(async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/requests/${requestId}/documents`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}` },
      body: form,
    });
    const { id } = await answer.json();
    for (;;) {
      const { state, pagesDone } = await api(port, KEY, 'GET', `/documents/${id}/reading`);
      if (state === 'ready' && pagesDone === PAGES) return;
      if (['partial', 'failed', 'none'].includes(state)) throw new Error(`bench: the file is ${state}`);
      await look(pid, memory);
      await sleep(5);
    }
  });
}

/** What the desk and its child have taken at most so far; on Linux alone. */
async function look(pid, memory) {
  const most = async (of) => {
    const status = await readFile(`/proc/${of}/status`, 'utf8').catch(() => '');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  };
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')).trim().split(/\s+/);
  memory.ours = Math.max(memory.ours, await most(pid));
  for (const child of children) memory.child = Math.max(memory.child, await most(child));
}

/** Two columns of words on each page; no two seeds make the same. */
function textPdf(seed) {
  const objects = ['', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  const kids = [];
  for (let page = 0; page < PAGES; page++) {
    const line = (n) =>
      Array.from({ length: 7 }, (_, w) => WORDS[(seed + page * 31 + n * 7 + w * 3) % WORDS.length]).join(' ');
    const column = (x, from) =>
      Array.from(
        { length: 45 },
        (_, n) => `BT /F1 9 Tf ${x} ${740 - n * 15} Td (${seed} ${line(from + n)}) Tj ET`,
      ).join('\n');
    const content = `${column(40, 0)}\n${column(320, 45)}`;
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[0] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[1] = `<< /Type /Pages /Count ${PAGES} /Kids [${kids.join(' ')}] >>`;
  let text = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}
