import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the product made of somebody else. */
export interface Asked {
  readonly address: string;
  readonly text: string;
}

export interface StandIn {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

/** A server that answers as the documented interface does, and keeps all it was asked: address, headers and body. */
export async function standIn(answer: (asked: Asked) => unknown): Promise<StandIn> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = JSON.stringify(request.headers);
      const one = { address: request.url ?? '', text: `${headers}\n${Buffer.concat(chunks).toString()}` };
      asked.push(one);
      response.end(JSON.stringify(answer(one)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP gives this shape
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** WeChat: a code is an openid with a word in front; every message is taken. */
export function wechatStandIn(openidOf: (code: string) => string | undefined): Promise<StandIn> {
  return standIn(({ address }) => {
    const { pathname, searchParams } = new URL(address, 'http://wechat');
    if (pathname === '/cgi-bin/stable_token') return { access_token: 'token-of-the-stand-in', expires_in: 7200 };
    if (pathname !== '/sns/jscode2session') return { errcode: 0, errmsg: 'ok' };
    const openid = openidOf(searchParams.get('js_code') ?? '');
    return openid ? { openid, session_key: 'c2Vzc2lvbi1rZXk=' } : { errcode: 40_029, errmsg: 'invalid code' };
  });
}
