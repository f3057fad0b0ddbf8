import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** A machine without that network must fall through to the next rung in a few seconds. */
const probeMs = 3_000;

/** Where MongoDB is downloaded from: its own address, or the mirror that mongodb-memory-server is told. */
export function downloadAddress(env: NodeJS.ProcessEnv): URL {
  return new URL(env.MONGOMS_DOWNLOAD_MIRROR || 'https://fastdl.mongodb.org/');
}

/** The proxy that the download will use, by the same variables. */
export function proxyOf(env: NodeJS.ProcessEnv): URL | undefined {
  const proxy = env.https_proxy || env.http_proxy || env.HTTPS_PROXY || env.HTTP_PROXY;
  return proxy ? new URL(proxy) : undefined;
}

/** True when the address answers anything but "no" within three seconds; through the proxy, when the proxy opens a tunnel. */
export function isReachable(address: URL, proxy?: URL, timeoutMs = probeMs): Promise<boolean> {
  const port = address.port || (address.protocol === 'http:' ? '80' : '443');
  return new Promise((resolve) => {
    const ask = proxy
      ? httpRequest({
          host: proxy.hostname,
          port: proxy.port || 80,
          method: 'CONNECT',
          path: `${address.hostname}:${port}`,
        })
      : (address.protocol === 'http:' ? httpRequest : httpsRequest)(address, { method: 'HEAD' });
    const answer = (reachable: boolean) => {
      clearTimeout(timer);
      resolve(reachable);
      ask.destroy();
    };
    // one timer for everything: a name server that does not answer sends no socket timeout
    const timer = setTimeout(() => answer(false), timeoutMs);
    ask.on('connect', (reply) => answer(reply.statusCode === 200));
    // a bare directory answers 403 or 404, which still proves the network
    ask.on('response', (reply) => answer(!proxy && (reply.statusCode ?? 500) < 500));
    ask.on('error', () => answer(false));
    ask.end();
  });
}
