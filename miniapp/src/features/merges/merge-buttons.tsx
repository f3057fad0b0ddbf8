import { personMergeActions } from '@grid-relief/shared-types/person-merges/person-merge.contract';
import type {
  MergeField,
  MergeSide,
  PersonMergeView,
} from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { useState } from 'react';
import { type Act, ActButton } from '@/api';
import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { Button, Rows, type Why } from '@/ui';
import { WhySheet } from './why-sheet';

type ButtonsProps = {
  readonly of: PersonMergeView;
  readonly doing: Act;
  readonly keep: MergeSide;
  readonly picks: readonly MergeField[];
};

/** The order of the steps; each of these is said with its reason. */
const asking = ['apply', 'undo', 'reject'] as const;

/** What the server says this person may do; while one is on its way the others are away. */
export function MergeButtons({ of, doing, keep, picks }: ButtonsProps) {
  const t = useText(mergesText);
  const [asked, setAsked] = useState<(typeof asking)[number]>();
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  const isFirstLook = of.previewedAt === undefined || of.isStale;
  const { revision } = of;
  const send = (reason: Why) => {
    if (asked === 'apply') void doing.act(personMergeActions.apply, { revision, reason, keep, picks: [...picks] });
    else if (asked) void doing.act(personMergeActions[asked], { revision, reason });
  };
  return (
    <Rows gap={2}>
      {of.actions.includes('preview') && (
        <ActButton
          of={doing}
          does={personMergeActions.preview}
          look={isFirstLook ? 'main' : 'quiet'}
          icon={isFirstLook ? 'search' : 'refresh'}
          label={t(of.previewedAt === undefined ? 'preview' : 'preview-again')}
        />
      )}
      {isFree &&
        asking
          .filter((name) => of.actions.includes(name))
          .map((name) => (
            <Button
              key={name}
              look={name === 'apply' ? 'main' : 'quiet'}
              label={t(name)}
              onPress={() => setAsked(name)}
            />
          ))}
      {asked !== undefined && <WhySheet asked={asked} onClose={() => setAsked(undefined)} onSend={send} />}
    </Rows>
  );
}
