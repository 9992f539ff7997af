/**
 * The measure that a storm is held against: Socket.IO with the product's settings and nothing of the product. Whoever
 * says hello gets the same state, compressed beforehand, or an empty patch when it lacks nothing.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const packed = readFileSync(process.env['BENCH_STATE'] ?? '');
const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  pingInterval: 10_000,
  pingTimeout: 8_000,
  perMessageDeflate: false,
});

io.on('connection', (socket) => {
  socket.on('hello', ({ conference, since }: { conference: string; since: object }, ack: (answer: object) => void) => {
    const of = { conference, stream: 'public' };
    if (Object.keys(since).length === 0) socket.emit('snapshot', { ...of, seq: 1, packed });
    else socket.emit('patch', { ...of, after: 1, through: 1, events: [] });
    ack({ ok: true });
  });
});

http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  const address = http.address();
  if (typeof address === 'object') process.stdout.write(`port ${address?.port}\n`);
});
