import { personMergeActions } from '@grid-relief/shared-types/person-merges/person-merge.contract';
import type { PersonMergeView } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { Button, Card, Heading, Line, Rows, StatusChip, useTimeWords, Words } from '@/ui';
import { WhySheet } from './why-sheet';

type EndsProps = { readonly of: PersonMergeView; readonly doing: Act };

/** Two quarantines with their ends, and which one holds; an investigator says which is right. */
export function EndsCard({ of: { ends, rightEnd, actions }, doing }: EndsProps) {
  const t = useText(mergesText);
  const timeWords = useTimeWords();
  const [asked, setAsked] = useState<string>();
  if (ends.length < 2) return null;
  const mayDecide = actions.includes('decideEnd') && !doing.isUnderWay && doing.refused === undefined;
  return (
    <Card>
      <Rows gap={2}>
        <Heading size={5}>{t('ends-title')}</Heading>
        {ends.map(({ episode, of, endsAt, holds }) => (
          <Rows key={episode} gap={1}>
            <Line apart>
              <Words strong>{t('end', { side: t(of), time: timeWords(new Date(endsAt)) })}</Words>
              <StatusChip
                icon={holds ? 'check' : 'clock'}
                tone={holds ? 'info' : 'amber'}
                label={t(holds ? 'holds' : 'waits')}
              />
            </Line>
            {rightEnd === episode && <Words tone="quiet">{t('right-end')}</Words>}
            {mayDecide && rightEnd !== episode && (
              <Button label={`${t(of)} · ${t('decideEnd')}`} onPress={() => setAsked(episode)} />
            )}
          </Rows>
        ))}
      </Rows>
      {asked !== undefined && (
        <WhySheet
          asked="decideEnd"
          onClose={() => setAsked(undefined)}
          onSend={(reason) => void doing.act(personMergeActions.decideEnd, { episode: asked as never, reason })}
        />
      )}
    </Card>
  );
}
