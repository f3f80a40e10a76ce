// The peer of fan-out: graphql-ws over ws, with the dashboard's part of our schema, in memory.
//
// `--port N`. POST /event {"changed": n} changes n units and publishes once. As the library does it,
// each subscriber's operation is executed for each event. The schema has default resolvers alone,
// over plain objects that are made once for an event, not once for a subscriber.

import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const UNITS = 48;
const PEOPLE = 5;

const schema = buildSchema(/* GraphQL */ `
  enum JenisLingkup { NASIONAL INSTANSI UNOR }
  type LingkupDashboard { jenis: JenisLingkup! id: ID nama: String! }
  type RekapPengisian {
    total: Int! belumBuat: Int! draft: Int! pengajuan: Int! persetujuan: Int!
  }
  type UnitPengisian {
    id: ID! nama: String! jumlahAnak: Int! total: Int! belumBuat: Int! draft: Int! pengajuan: Int!
    persetujuan: Int! sendiri: RekapPengisian indukId: ID
  }
  type DashboardPengisian {
    versi: Int! lengkap: Boolean! tahun: Int! lingkup: LingkupDashboard!
    jejak: [LingkupDashboard!]! utama: RekapPengisian! langsung: RekapPengisian
    unit: [UnitPengisian!]!
  }
  type Query { ada: Boolean! }
  type Subscription {
    dashboardPengisian(tahun: Int!, instansiId: ID, unorId: ID): DashboardPengisian!
  }
`);

const rekap = (pengajuan, people) => ({
  total: people,
  belumBuat: 0,
  draft: people - pengajuan - 1,
  pengajuan,
  persetujuan: 1,
});

let versi = 1;
const unit = Array.from({ length: UNITS }, (_, place) => ({
  id: `unor_${100_002 + place}`,
  nama: `Bidang Pelayanan dan Kepegawaian ${100_002 + place}`,
  jumlahAnak: 0,
  ...rekap(0, PEOPLE),
  sendiri: rekap(0, PEOPLE),
  indukId: 'unor_100001',
}));

const state = (lengkap, changed) => ({
  versi,
  lengkap,
  tahun: 2026,
  lingkup: { jenis: 'INSTANSI', id: 'instansi_901', nama: 'Pemerintah Kabupaten Contoh 901' },
  jejak: [{ jenis: 'NASIONAL', id: null, nama: 'Nasional' }],
  utama: rekap(unit.reduce((sum, each) => sum + each.pengajuan, 0), UNITS * PEOPLE + 1),
  langsung: rekap(0, 1),
  unit: changed,
});

// A queue for each subscriber, of references to the same objects.
class Queue {
  #waiting = [];
  #wake = null;

  put(value) {
    this.#waiting.push(value);
    this.#wake?.();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      while (this.#waiting.length) yield this.#waiting.shift();
      await new Promise((wake) => (this.#wake = wake));
      this.#wake = null;
    }
  }
}

const queues = new Set();

async function* dashboardPengisian() {
  const queue = new Queue();
  queues.add(queue);
  try {
    yield { dashboardPengisian: state(true, unit) };
    yield* queue;
  } finally {
    queues.delete(queue);
  }
}

function event(count) {
  versi += count;
  const changed = unit.slice(0, count).map((before, place) => {
    const now = { ...before, ...rekap(1 - before.pengajuan, PEOPLE) };
    unit[place] = now;
    return now;
  });
  const published = { dashboardPengisian: state(false, changed) };
  for (const queue of queues) queue.put(published);
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    event(JSON.parse(Buffer.concat(chunks).toString()).changed);
    response.setHeader('content-length', 2);
    response.end('{}');
  });
});

const sockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false });
useServer({ schema, roots: { subscription: { dashboardPengisian } } }, sockets);

const { values } = parseArgs({ options: { port: { type: 'string' } } });
server.listen(Number(values.port), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
