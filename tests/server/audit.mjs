// Runs graphql-http's audits against the service at the address given, and prints what they found.
import { createRequire } from 'node:module';

const { serverAudits } = createRequire(new URL('../../web/package.json', import.meta.url))(
  'graphql-http',
);

const found = [];
for (const audit of serverAudits({ url: process.argv[2], fetchFn: fetch })) {
  const { name, status, reason } = await audit.fn();
  found.push({ name, status, reason });
}
console.log(JSON.stringify(found));
