import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { candidates } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { assign, reassign } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { assignText } from '@/text/grid-assign';
import { deskText } from '@/text/grid-desk';
import { teamsText, teamWords } from '@/text/teams';
import { Button, Card, Choice, EmptyState, ListRow, Rows, Sheet, Skeleton, Words } from '@/ui';
import type { FormProps } from './desk-form';
import { useDeskWords } from './desk-words';
import { PartChips } from './why-card';

export type Candidate = ResponseOf<typeof candidates>['items'][number];
const changeReasons = ['OTHER_NEARER', 'TOO_SLOW', 'NOT_WELL', 'CANNOT_NOW'] as const;
type ChangeReason = (typeof changeReasons)[number];

/** Who could take it: best first with the reasons and the load; below, who cannot and why. */
export function AssignSheet({ of, view, doing, onClose }: FormProps) {
  const t = useText(assignText);
  const desk = useText(deskText);
  const [why, setWhy] = useState<ChangeReason>('OTHER_NEARER');
  const { data, problem, isLoading, refresh } = useRead(candidates, { params: { id: view.id } });
  const isChange = of.act === 'reassign';
  const send = ({ person }: Candidate) => {
    onClose();
    if (isChange) void doing.act(reassign, { to: person, reason: { code: why } });
    else void doing.act(assign, { to: person });
  };
  return (
    <Sheet title={`${t(isChange ? 'reassign-title' : 'assign-title')} · ${view.code}`} open onClose={onClose}>
      <Rows>
        {isChange && (
          <Choice
            label={t('assign-why')}
            value={why}
            onChange={setWhy}
            options={changeReasons.map((value) => ({ value, label: desk(`reason-${value}`) }))}
          />
        )}
        {isLoading && <Skeleton rows={3} height={200} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data && <People people={data.items} onSend={send} />}
      </Rows>
    </Sheet>
  );
}

type PeopleProps = { readonly people: readonly Candidate[]; readonly onSend: (person: Candidate) => void };

/** Whom to send, best first with reasons and load; below, who cannot and why. */
export function People({ people, onSend }: PeopleProps) {
  const t = useText(assignText);
  const words = useDeskWords();
  const [showsOthers, setShowsOthers] = useState(false);
  const able = people.filter(({ excludedBecause }) => excludedBecause === undefined).sort((a, b) => b.score - a.score);
  const others = people.filter(({ excludedBecause }) => excludedBecause !== undefined);
  return (
    <>
      {able.length === 0 && <EmptyState title={t('assign-none')} hint={t('assign-none-hint')} />}
      {able.map((person) => (
        <PersonCard key={person.person} person={person} onSend={() => onSend(person)} />
      ))}
      {others.length > 0 && !showsOthers && (
        <Button
          look="link"
          label={t('assign-show-no', { count: others.length })}
          onPress={() => setShowsOthers(true)}
        />
      )}
      {showsOthers && (
        <Card>
          <Words strong>{t('assign-no')}</Words>
          {others.map((person, index) => (
            <ListRow
              key={person.person}
              title={person.label}
              note={`${words.refusal(person.excludedBecause ?? '')} · ${t('assign-load', { open: person.open, limit: person.limit })}`}
              last={index === others.length - 1}
            />
          ))}
        </Card>
      )}
    </>
  );
}

function PersonCard({ person, onSend }: { readonly person: Candidate; readonly onSend: () => void }) {
  const t = useText(assignText);
  const teams = useText(teamsText);
  const { label, team, open, limit, parts } = person;
  return (
    <Card>
      <Words size={5} strong block>
        {[label, teamWords(teams, team)].filter(Boolean).join(' · ')}
      </Words>
      <Words>{t('assign-load', { open, limit })}</Words>
      <PartChips parts={parts} />
      <Button icon="person" label={t('assign-to', { name: label })} onPress={onSend} />
    </Card>
  );
}
