import { policyChangeActions, policyChangePeople } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import type { MovedPerson, PolicyChangeView } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { useState } from 'react';
import { FailedRead, MoreOfList, RefusedWords, useHolds, useReadPages } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { policyRulesText } from '@/text/policy-rules';
import { Button, Card, Chip, Field, Heading, ListRow, Rows, Skeleton, useTimeWords, Words } from '@/ui';
import { useDecide } from './use-decide';

const entitled: readonly string[] = ['COUNTY_HEAD', 'CDC_INVESTIGATOR'];
const mostWords = 300;

type ListProps = { readonly change: PolicyChangeView };

/** Who would stay longer. Names come only when they are asked for, because each look is recorded. */
export function LongerList({ change }: ListProps) {
  const t = useText(policyText);
  const [isOpen, setOpen] = useState(false);
  const mayRead = useHolds()(entitled);
  const { longer, state } = change;
  return (
    <Card tone="amber">
      <Rows gap={2}>
        <Heading size={5}>{t('longer-title')}</Heading>
        {longer && <Words strong>{t('longer-kept', longerValues(longer))}</Words>}
        {!longer && state === 'PREVIEWED' && <Words strong>{t('longer-none-yet')}</Words>}
        <Words tone="quiet">{t(mayRead ? 'longer-seen' : 'longer-hidden')}</Words>
        {mayRead && !isOpen && <Button icon="eye" label={t('show-names')} onPress={() => setOpen(true)} />}
        {mayRead && isOpen && <Names change={change} />}
      </Rows>
    </Card>
  );
}

const longerValues = ({ by: name, count }: { readonly by: string; readonly count: number }) => ({ name, count });

function Names({ change }: ListProps) {
  const t = useText(policyText);
  const list = useReadPages(policyChangePeople, { params: { id: change.id }, query: { move: 'lengthen' } });
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({});
  const isTicked = ({ id, agreed }: MovedPerson) => ticks[id] ?? agreed;
  const toggle = (person: MovedPerson) => setTicks({ ...ticks, [person.id]: !isTicked(person) });
  const mayAgree = change.actions.includes('agreeToLonger');
  return (
    <>
      {list.isLoading && <Skeleton rows={3} height={120} />}
      {list.data === undefined && <FailedRead of={list} />}
      {list.data && list.items.length === 0 && <Words tone="quiet">{t('longer-none')}</Words>}
      {list.items.map((person, i) => (
        <Row
          key={person.id}
          person={person}
          isTicked={isTicked(person)}
          last={i === list.items.length - 1}
          onTick={mayAgree ? () => toggle(person) : undefined}
        />
      ))}
      <MoreOfList of={list} />
      {mayAgree && list.items.length > 0 && (
        <Agree
          change={change}
          named={list.items.filter(isTicked).map(({ id }) => id)}
          isPartOf={list.more !== undefined && hasAgreedUnseen(change, list.items)}
        />
      )}
    </>
  );
}

/** Whether somebody agreed for is not among those shown. What is saved replaces what was: they would lose it unseen. Pure. */
function hasAgreedUnseen({ longer }: PolicyChangeView, shown: readonly MovedPerson[]): boolean {
  return shown.filter(({ agreed }) => agreed).length < (longer?.count ?? 0);
}

type RowProps = {
  readonly person: MovedPerson;
  readonly isTicked: boolean;
  readonly last: boolean;
  readonly onTick: (() => void) | undefined;
};

function Row({ person, isTicked, last, onTick }: RowProps) {
  const { id, kind, name, oldEnd, newEnd, oldCategory } = person;
  const t = useText(policyText);
  const tRule = useText(policyRulesText);
  const time = useTimeWords();
  const ends = oldEnd && newEnd ? t('end-moves', { old: time(new Date(oldEnd)), new: time(new Date(newEnd)) }) : '';
  return (
    <ListRow
      title={name}
      note={[oldCategory ? tRule(oldCategory) : '', ends].filter(Boolean).join(' · ')}
      end={onTick && <Chip label={t('count-lengthen')} chosen={isTicked} onPress={onTick} />}
      last={last}
      {...(onTick === undefined &&
        kind === 'EPISODE' && { onPress: () => void openPage('/packages/grid/quarantine/index', { id }) })}
    />
  );
}

type AgreeProps = ListProps & { readonly named: readonly string[]; readonly isPartOf: boolean };

function Agree({ change, named, isPartOf }: AgreeProps) {
  const t = useText(policyText);
  const [why, setWhy] = useState('');
  const { decide, isBusy, problem } = useDecide(change);
  const send = () =>
    decide(policyChangeActions.agreeToLonger, { named, reason: { code: 'LONGER', words: why.trim() } });
  const missing = isPartOf ? t('longer-see-all') : why.trim() === '' ? t('longer-why-need') : undefined;
  return (
    <Rows gap={2}>
      <Words tone="quiet">{t('longer-hint')}</Words>
      <Field label={t('longer-why')} maxLength={mostWords} value={why} onChange={setWhy} />
      <RefusedWords of={problem} />
      <Button
        label={named.length === 0 ? t('longer-nobody') : t('longer-save', { count: named.length })}
        busy={isBusy}
        disabledReason={missing}
        onPress={() => void send()}
      />
    </Rows>
  );
}
