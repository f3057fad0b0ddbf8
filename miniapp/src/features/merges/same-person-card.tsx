import type { SamePersonView } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { stepsText, stepWordOf } from '@/text/returnee-steps';
import { returneesText, wordOf } from '@/text/returnees';
import { Button, Card, Heading, Rows, Timeline, useTimeWords, Words } from '@/ui';
import { openMerges } from './open-merges';

type Somebody = SamePersonView['people'][number];

const pages = {
  TRAVELLER: '/packages/returnee/person/index',
  EPISODE: '/packages/grid/quarantine/index',
} as const;

/** The other records of the same person and how far they came, for whoever looks after them too. */
export function SamePersonCard({ of }: { readonly of: SamePersonView }) {
  const t = useText(mergesText);
  const tPerson = useText(returneesText);
  const tSteps = useText(stepsText);
  const timeWords = useTimeWords();
  const entries = of.timeline.map(({ at, action, by, words }, i) => ({
    id: `${at} ${i}`,
    title: wordOf(tPerson, 'w', action),
    note: [timeWords(new Date(at)), stepWordOf(tSteps, 'o', by), words]
      .filter((part) => part !== undefined)
      .join(' · '),
    state: 'done' as const,
  }));
  return (
    <Card tone="info">
      <Rows gap={2}>
        <Heading size={5}>{t('same-person')}</Heading>
        <Words tone="quiet" block>
          {`${t('same-hint')}${of.isKept ? ` ${t('kept-one')}` : ''}`}
        </Words>
        {of.people.map((one) => (
          <Other key={one.id} of={one} />
        ))}
        {entries.length > 0 && <Timeline label={t('other-steps')} entries={entries} />}
        <Button look="link" icon="people" label={t('open-merge')} onPress={() => openMerges(of.merge)} />
      </Rows>
    </Card>
  );
}

function Other({ of: { id, kind, nameMasked: name, code, areaName } }: { readonly of: Somebody }) {
  const t = useText(mergesText);
  if (kind === 'PERSON') return <Words block>{`${name} ${code} · ${areaName}`}</Words>;
  return (
    <Button icon="right" label={t('open-other', { name, code })} onPress={() => void openPage(pages[kind], { id })} />
  );
}
