import { checkBadge } from '@grid-relief/shared-types/badges/badge.contract';
import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { useState } from 'react';
import { call, type Problem, useProblemWords } from '@/api';
import { useText } from '@/text';
import { badgeCheckText } from '@/text/badge-check';
import { teamsText, teamWords } from '@/text/teams';
import { BottomBar, Button, Card, Field, Icon, Line, Page, Rows, Words } from '@/ui';
import { CallGrid } from './returnee-sheet';

type Verdict = ResponseOf<typeof checkBadge>;

/** Who is at the door: the six digits of the badge, asked of the server now. */
export function BadgeScreen() {
  const t = useText(badgeCheckText);
  const words = useProblemWords();
  const [digits, setDigits] = useState('');
  const [verdict, setVerdict] = useState<Verdict>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    setVerdict(undefined);
    setProblem(undefined);
    const outcome = await call(checkBadge, { body: { digits } });
    if (outcome.ok) setVerdict(outcome.value);
    else setProblem(outcome.problem);
    setBusy(false);
  };
  const isComplete = /^\d{6}$/.test(digits);
  const main = (
    <Button
      look="main"
      icon="shield"
      label={t('badgeCheck')}
      busy={isBusy}
      disabledReason={isComplete ? undefined : t('badgeFirst')}
      onPress={() => void check()}
    />
  );
  return (
    <Page title={t('badgeTitle')} bottom={<BottomBar main={main} />}>
      <Rows>
        <Field
          label={t('badgeDigits')}
          hint={t('badgeHint')}
          value={digits}
          onChange={setDigits}
          kind="number"
          maxLength={6}
        />
        {verdict && <VerdictCard verdict={verdict} />}
        {problem && (
          <Card tone="danger">
            <Words>{words(problem)}</Words>
          </Card>
        )}
        <CallGrid />
      </Rows>
    </Page>
  );
}

function VerdictCard({ verdict }: { readonly verdict: Verdict }) {
  const t = useText(badgeCheckText);
  const teams = useText(teamsText);
  if (verdict.verdict === 'UNKNOWN') {
    return (
      <Card tone="danger">
        <Line>
          <Icon name="warning" />
          <Words size={4} strong tone="danger" reads={{ role: 'alert' }}>
            {t('badgeUnknown')}
          </Words>
        </Line>
      </Card>
    );
  }
  const values = { name: verdict.surname, post: teamWords(teams, verdict.team) || verdict.post };
  return (
    <Card tone={verdict.forYou ? 'leaf' : 'amber'}>
      <Words size={4} strong reads={{ role: 'status', live: 'polite' }}>
        {t(verdict.forYou ? 'badgeYours' : 'badgeDuty', values)}
      </Words>
    </Card>
  );
}
