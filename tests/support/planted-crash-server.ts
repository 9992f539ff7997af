/** What a fuzzer is for: a server with four faults of the kind that nobody plants on purpose. Run by fuzz.test.ts. */
import express from 'express';
import { WebSocketServer } from 'ws';

/** What is kept of each request, for ever. */
const KEPT_BYTES = 1_024 * 1_024;
const kept: Buffer[] = [];

const app = express();
app.use((_request, _response, next) => {
  if (process.argv[2] === 'leak') kept.push(Buffer.alloc(KEPT_BYTES, 1));
  next();
});
app.use(express.json({ type: () => true, strict: false }));
app.use((request, response) => {
  const body: unknown = request.body;
  if (process.argv[2] === 'http' && Array.isArray(body)) setImmediate(() => JSON.parse('planted'));
  response.status(process.argv[2] === '500' && Object.keys(request.query).length > 0 ? 500 : 200).end();
});
app.use((_cause: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
  response.status(400).end();
});
const http = app.listen(0, '127.0.0.1', () => {
  const address = http.address();
  process.stdout.write(`port ${typeof address === 'object' ? address?.port : ''}\n`);
});
new WebSocketServer({ server: http }).on('connection', (socket) => {
  socket.on('error', () => undefined);
  socket.on('message', (sent) => {
    const text = Array.isArray(sent) ? '' : Buffer.from(sent as Buffer).toString();
    if (process.argv[2] === 'socket' && text.startsWith('42')) JSON.parse(text.slice(2));
  });
});
