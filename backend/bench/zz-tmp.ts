import { load } from './http-load';
import { openMiddleware } from './middleware-servers';
import { newId } from './sample';

(async () => {
  const o = await openMiddleware();
  const [token = ''] = o.facts?.tokens ?? [];
  const path = `/api/v1/measured/${newId()}/act`;
  const body = { opId: newId(), bags: 2, words: '放在门口的鞋柜上' };
  const which = process.argv[2] ?? 'ours';
  const shot = () => ({ method: 'POST', url: o.urls[which] + path, token, body });
  await load(shot, 1000, 16);
  const r = await load(shot, 6000, 16);
  console.log(which, 6000 / r.seconds);
  process.exit(0);
})();
