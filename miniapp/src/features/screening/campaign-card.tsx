import { screeningCampaignActions as actions } from '@grid-relief/shared-types/screening/screening.contract';
import type { CampaignView } from '@grid-relief/shared-types/screening/screening.schema';
import { useState } from 'react';
import { ActButton, SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { Button, Card, Heading, Line, Rows, StatusChip, useDayWords, useTimeWords, Words } from '@/ui';
import { type WhyCode, WhySheet } from './why-sheet';

const steps = ['publish', 'begin', 'check', 'close'] as const;
const asking = { reopenDoors: ['MISSED', 'OTHER'], cancel: ['NOT_NEEDED', 'WRONG_AREA', 'OTHER'] } as const;
const words = { reopenDoors: 'reopen-doors', cancel: 'cancel' } as const;
type Asking = keyof typeof asking;

/** One screening: how it stands, what was to be reached by when, and the next step. */
export function CampaignCard({ campaign }: { readonly campaign: CampaignView }) {
  const t = useText(screeningText);
  const time = useTimeWords();
  const dayWords = useDayWords();
  const doing = useAct(campaign.id);
  const [asked, setAsked] = useState<Asking>();
  const { state, areaName, since, homes, milestones, actions: permitted } = campaign;
  const isListing = homes === undefined && state !== 'PLANNED';
  const isEarly = milestones.some(({ stood }) => stood === undefined);
  const choose = (code: WhyCode) => {
    if (asked) void doing.act(actions[asked], { reason: { code } });
    setAsked(undefined);
  };
  return (
    <Card>
      <Rows gap={2}>
        <Line apart>
          <Heading size={5}>{areaName}</Heading>
          <StatusChip icon="building" tone="info" label={t(`s-${state}` as 's-RUNNING')} />
        </Line>
        <Words>{t('since', { since: dayWords(since) })}</Words>
        {homes !== undefined && <Words>{t('homes', { homes })}</Words>}
        {isListing && <Words>{t('listing')}</Words>}
        {milestones.map(({ at, percent, stood }) => (
          <Words key={at} tone={stood && stood.behind > 0 ? 'amber' : 'quiet'}>
            {stood
              ? t('milestone-stood', { time: time(new Date(at)), percent, ...stood })
              : t('milestone-ahead', { time: time(new Date(at)), percent })}
          </Words>
        ))}
        <SendingNote of={doing} />
        {steps
          .filter((step) => permitted.includes(step))
          .map((step) => (
            <ActButton
              key={step}
              of={doing}
              does={actions[step]}
              // the doors may be ended at any time; what is pressed for is that every door is asked
              look={step === 'check' && isEarly ? 'quiet' : 'main'}
              icon="check"
              label={t(step)}
            />
          ))}
        {!doing.isUnderWay &&
          (Object.keys(asking) as Asking[]) // its own keys
            .filter((name) => permitted.includes(name))
            .map((name) => <Button key={name} look="link" label={t(words[name])} onPress={() => setAsked(name)} />)}
        <WhySheet
          title={t('why')}
          codes={asked && asking[asked]}
          onClose={() => setAsked(undefined)}
          onChoose={choose}
        />
      </Rows>
    </Card>
  );
}
