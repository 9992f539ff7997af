/** The measure that the fan-out is held against: `ws` and nothing else, sending one payload to every screen. */
import { type WebSocket, WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const screens = new Set<WebSocket>();

server.on('connection', (socket, request) => {
  if (request.url === '/screen') {
    screens.add(socket);
    socket.on('close', () => screens.delete(socket));
    return;
  }
  let payload: Buffer = Buffer.alloc(0);
  // The one that commands: a text is the payload from now on, a dot broadcasts it, a comma does nothing.
  socket.on('message', (message: Buffer) => {
    const text = message.toString();
    if (text === '.') for (const screen of screens) screen.send(payload, { binary: false });
    else if (text !== ',') payload = message;
    socket.send(text);
  });
});
server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`port ${address?.port}\n`);
});
