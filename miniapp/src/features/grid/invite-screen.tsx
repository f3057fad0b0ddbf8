import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { inviteStaff } from '@grid-relief/shared-types/identity/identity.contract';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { useState } from 'react';
import { call, newId, type Problem, useMe, useProblemWords } from '@/api';
import { copyText, toast } from '@/platform';
import { useText } from '@/text';
import { invitationsText } from '@/text/invitations';
import { teamsText, teamWords } from '@/text/teams';
import {
  BottomBar,
  Button,
  Card,
  Choice,
  EmptyState,
  Field,
  NetworkBanner,
  Page,
  Rows,
  useTimeWords,
  Words,
} from '@/ui';
import { useAreaNames } from './use-area-names';

const roles = ['VOLUNTEER', 'GRID_WORKER', 'COMMUNITY_CASHIER', 'STORE_KEEPER', 'HOST_UNIT'] as const;
const teams = ['VETERAN', 'YOUTH_RIDESHARE', 'WOMEN', 'STUDENT', 'PARTY_STRIKE', 'PARTY_RESERVE', 'OTHER'] as const;
const inviters: readonly string[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER', 'ADMIN'];
const lengths = ['7', '30', '90'] as const;
const dayMs = 86_400_000;

type Invitation = ResponseOf<typeof inviteStaff>;

/** Staff are invited, never self-appointed: the code is shown once to whoever invites. */
export function InviteScreen() {
  const t = useText(invitationsText);
  const grants = useMe()?.grants.filter(({ role }) => inviters.includes(role)) ?? [];
  const areas = [...new Set(grants.map(({ area }) => area))];
  const [made, setMade] = useState<Invitation>();
  if (areas.length === 0) {
    return (
      <Page title={t('invite-title')}>
        <EmptyState title={t('invite-not-you')} />
      </Page>
    );
  }
  if (made) return <CodeStep made={made} onNext={() => setMade(undefined)} />;
  return <InviteForm areas={areas} onMade={setMade} />;
}

type FormProps = { readonly areas: readonly AreaId[]; readonly onMade: (made: Invitation) => void };

function InviteForm({ areas, onMade }: FormProps) {
  const t = useText(invitationsText);
  const teamNames = useText(teamsText);
  const problemWords = useProblemWords();
  const [role, setRole] = useState<(typeof roles)[number]>('VOLUNTEER');
  const [team, setTeam] = useState<(typeof teams)[number]>('OTHER');
  const [area, setArea] = useState(areas[0]);
  const [days, setDays] = useState<(typeof lengths)[number]>('30');
  const [phone, setPhone] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const isWhole = /^1\d{10}$/.test(phone) && area !== undefined;
  const send = async () => {
    if (area === undefined) return;
    setBusy(true);
    const until = new Date(Date.now() + Number(days) * dayMs).toISOString();
    const asVolunteer = role === 'VOLUNTEER' ? { team } : {};
    const outcome = await call(inviteStaff, { body: { opId: newId(), role, area, until, phone, ...asVolunteer } });
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) onMade(outcome.value);
  };
  const main = (
    <Button
      look="main"
      label={t('invite-send')}
      busy={isBusy}
      disabledReason={isWhole ? undefined : t('invite-need')}
      onPress={() => void send()}
    />
  );
  return (
    <Page title={t('invite-title')} banner={<NetworkBanner />} bottom={<BottomBar main={main} />}>
      <Rows>
        <Field label={t('invite-phone')} kind="tel" maxLength={11} value={phone} onChange={setPhone} />
        <Choice
          label={t('invite-role')}
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: t(`role-${value}`) }))}
        />
        {role === 'VOLUNTEER' && (
          <Choice
            label={t('invite-team')}
            value={team}
            onChange={setTeam}
            options={teams.map((value) => ({
              value,
              label: value === 'OTHER' ? t('team-none') : teamWords(teamNames, value),
            }))}
          />
        )}
        <AreaChoice areas={areas} area={area} onChange={setArea} />
        <Choice
          label={t('invite-until')}
          value={days}
          onChange={setDays}
          options={lengths.map((value) => ({ value, label: t(`until-${value}`) }))}
        />
        {problem && (
          <Card tone="danger">
            <Words>{problemWords(problem)}</Words>
          </Card>
        )}
      </Rows>
    </Page>
  );
}

type AreaChoiceProps = {
  readonly areas: readonly AreaId[];
  readonly area: AreaId | undefined;
  readonly onChange: (area: AreaId) => void;
};

/** For which place; a single one is only named. */
function AreaChoice({ areas, area, onChange }: AreaChoiceProps) {
  const t = useText(invitationsText);
  const areaName = useAreaNames(areas);
  if (areas.length === 1) return <Words>{t('invite-at', { area: area === undefined ? '' : areaName(area) })}</Words>;
  return (
    <Choice
      label={t('invite-area')}
      value={area}
      onChange={onChange}
      options={areas.map((value) => ({ value, label: areaName(value) }))}
    />
  );
}

function CodeStep({ made, onNext }: { readonly made: Invitation; readonly onNext: () => void }) {
  const t = useText(invitationsText);
  const timeWords = useTimeWords();
  const copy = async () => {
    if (await copyText(made.code)) toast(t('invite-copied'));
  };
  return (
    <Page
      title={t('invite-title')}
      bottom={
        <BottomBar
          main={<Button look="main" label={t('invite-copy')} onPress={() => void copy()} />}
          quiet={<Button label={t('invite-next')} onPress={onNext} />}
        />
      }
    >
      <Card tone="leaf">
        <Words>{t('invite-code')}</Words>
        <Words size={1} strong block>
          {made.code}
        </Words>
        <Words tone="quiet">{t('invite-once', { time: timeWords(new Date(made.expiresAt)) })}</Words>
        <Words>{t('invite-where')}</Words>
      </Card>
    </Page>
  );
}
