/** Stops what global-setup.mjs has started. */
export default async function tearDown() {
  for (const server of globalThis.foiaTestServers ?? []) await server.stop();
}
