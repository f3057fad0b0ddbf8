import { livePath } from '../src/features/live/live-server';
import { grid, newId } from './sample';
import { startServer } from './server-process';
import { type Comparison, median } from './side-by-side';
import { lessIsBetter } from './side-by-side-http';
import { type Client, connectMany, heardBy } from './socket-clients';

const clients = 400;
const events = 50;
const rounds = 7;
/** The process grows in steps; only over many sockets do they even out. */
const weighed = 4_000;
const kilobyte = 1024;

type Side = 'ours' | 'bare';
const sides: readonly Side[] = ['ours', 'bare'];

/** P12: one event told to many sockets, and what an open socket weighs, beside bare `ws` sending a ready text. */
export async function liveBench(): Promise<Comparison[]> {
  const { ours, bare } = await fanOut();
  const weight = { ours: await weightOf('ours'), bare: await weightOf('bare') };
  const peer = 'bare ws';
  return [
    lessIsBetter({ goal: 'P12', what: `one event to ${clients} sockets, each`, peer }, ours, bare, 1.15),
    lessIsBetter({ goal: 'P12', what: 'memory of an open socket', peer }, weight.ours, weight.bare, 1.15, 'KB'),
  ];
}

const urlOf = (urls: Readonly<Record<string, string>>, side: Side) =>
  `${String(urls[side]).replace('http', 'ws')}${side === 'ours' ? livePath : ''}`;
const hello = () => JSON.stringify({ type: 'hello', token: newId(), areas: [grid] });

/** Microseconds of the server's processor for one event and one socket. */
async function fanOut(): Promise<Record<Side, number>> {
  const server = await startServer({ what: 'live', uri: '', dbName: '' });
  try {
    const listening: Record<Side, Client[]> = { ours: [], bare: [] };
    for (const side of sides) listening[side] = await connectMany(urlOf(server.urls, side), clients, hello);
    const spent: Record<Side, number[]> = { ours: [], bare: [] };
    for (let round = -1; round < rounds; round++) {
      for (const side of sides) {
        const before = await server.spent();
        const all = heardBy(listening[side], events);
        await server.tell(side, events);
        await all;
        const after = await server.spent();
        // the first round warms both up
        if (round >= 0) spent[side].push((after.cpuMicros - before.cpuMicros) / events / clients);
      }
    }
    for (const side of sides) for (const { socket } of listening[side]) socket.terminate();
    return { ours: median(spent.ours), bare: median(spent.bare) };
  } finally {
    await server.stop();
  }
}

/** Kilobytes by which the process grows for one socket. Each side in a process of its own, warmed up by a few. */
async function weightOf(side: Side): Promise<number> {
  const server = await startServer({ what: 'live', uri: '', dbName: '' });
  try {
    const few = await connectMany(urlOf(server.urls, side), clients / 2, hello);
    const before = await server.spent();
    const more = await connectMany(urlOf(server.urls, side), weighed, hello);
    const after = await server.spent();
    for (const { socket } of [...few, ...more]) socket.terminate();
    return (after.rss - before.rss) / weighed / kilobyte;
  } finally {
    await server.stop();
  }
}
