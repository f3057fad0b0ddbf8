import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands for WeChat's login interface: every code belongs to a WeChat account of its own, except one in eight. */
export async function openWechatStub() {
  const server = createServer((incoming, outgoing) => {
    const code = new URL(incoming.url ?? '', 'http://stub').searchParams.get('js_code') ?? '';
    const isWrong = code.length % 8 === 0;
    const answer = isWrong
      ? { errcode: 40_029 }
      : { openid: `stub-${Buffer.from(code).toString('hex').slice(0, 100)}` };
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP gives this shape
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
