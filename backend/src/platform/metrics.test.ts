import { makeMetrics } from './metrics';

const lagIn = (text: string) => /^outbox_lag_seconds (\S+)$/m.exec(text)?.[1];

test('what is measured when the figures are read is as it was then, and what fails keeps its last figure', async () => {
  const metrics = makeMetrics();
  const lags = [5, 0];
  metrics.measureWhenRead(async () => {
    const lag = lags.shift();
    if (lag === undefined) throw new Error('the database is away');
    metrics.setGauge('outbox_lag_seconds', lag);
  });
  const seen = [await metrics.read(), await metrics.read(), await metrics.read()].map(lagIn);
  expect(seen).toEqual(['5', '0', '0']);
});

test('a measurement that does not end keeps nobody from the figures', async () => {
  const metrics = makeMetrics();
  metrics.measureWhenRead(() => new Promise(() => undefined));
  expect(lagIn(await metrics.read())).toBe('0');
});
