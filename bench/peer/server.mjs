// PostGraphile over the tables of the bench: DATABASE_URL, POOL and PORT from the environment.

import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const { DATABASE_URL, POOL, PORT } = process.env;

const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ['public', 'peer'],
      poolConfig: { max: Number(POOL) },
    }),
  ],
  // Plain lists beside connections, so that its answer has the shape of ours and costs it no more.
  schema: { defaultBehavior: 'connection list' },
  // Ordering and relations without an index of exactly those columns, as the cases need.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  grafserv: { graphiql: false, watch: false },
});

const server = createServer();
const served = service.createServ(grafserv);
await served.addTo(server);
server.listen(Number(PORT), '127.0.0.1');

process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await served.release();
  await service.release();
});
