/** Stops what the setup and the test files started, by its own handle. */
export default async function globalTeardown(): Promise<void> {
  const servers = globalThis.paragrafTestServers;
  if (!servers) return;
  servers.desk.close();
  const postgres = await servers.postgres?.catch(() => undefined);
  await postgres?.stop();
}
