import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import type { SelfTestDay } from '@grid-relief/shared-types/quarantine/health-report.schema';

/** What may lie on a household's device: days, ends and whom to call, and nothing that was said or found about health. */
export function withoutHealth(days: { items: EpisodeView[] }): { items: EpisodeView[] } {
  return { ...days, items: days.items.map(oneWithoutHealth) };
}

function oneWithoutHealth({ alert, reports, selfTests, tests, ...rest }: EpisodeView): EpisodeView {
  const { because: _because, ...alarm } = alert ?? { since: '' };
  return {
    ...rest,
    swabs: [],
    // a result is read with a network; that a test is past or to come may be known without one
    tests: tests.filter(({ state }) => state !== 'POSITIVE' && state !== 'NEGATIVE'),
    ...(alert && { alert: alarm }),
    ...(reports && { reports: reports.map(withoutWords) }),
    // that one is asked for, and was sent; never what it showed
    ...(selfTests && { selfTests: selfTests.map(withoutResult) }),
  };
}

type Report = NonNullable<EpisodeView['reports']>[number];

function withoutWords({ temperatureTenths: _t, symptoms: _s, selfTest: _self, ...rest }: Report): Report {
  return rest;
}

function withoutResult({ result: _result, photos: _photos, ...rest }: SelfTestDay): SelfTestDay {
  return rest;
}
