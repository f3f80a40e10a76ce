// Load on one server: the job as JSON on standard input, what came of it as JSON on standard output.
//
// job: { url, connections, seconds | amount, requests: [{ path, headers, body }] }
// result: { requests, seconds, bytes, p50, p99, failed }, times of answers in milliseconds

import autocannon from 'autocannon';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const job = JSON.parse(Buffer.concat(chunks).toString());

const requests = job.requests.map(({ path, headers, body }) => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
}));

// Every connection goes through all requests, beginning at a place of its own.
let begun = 0;
const result = await autocannon({
  url: job.url,
  connections: job.connections,
  timeout: 30,
  ...(job.amount ? { amount: job.amount } : { duration: job.seconds }),
  requests,
  setupClient(client) {
    const from = Math.floor((begun++ * requests.length) / job.connections);
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
  },
});

process.stdout.write(
  JSON.stringify({
    requests: result.requests.total,
    seconds: result.duration,
    bytes: result.throughput.total,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }),
);
