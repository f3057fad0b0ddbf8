import { askProxy, confirmProxy, withdrawProxy } from '@grid-relief/shared-types/identity/identity.contract';
import { useState } from 'react';
import { call, keepMe, newId, type Problem, useMe, useProblemWords } from '@/api';
import { toast } from '@/platform';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { BottomBar, Button, Card, Choice, Field, Heading, ListRow, Page, Rows, Words } from '@/ui';

const relations = ['CHILD', 'PARENT', 'SPOUSE', 'RELATIVE', 'NEIGHBOUR', 'FRIEND'] as const;
type Relation = (typeof relations)[number];

/** Consent to be spoken for: asked here, given by reading six digits out, ended from either side. */
export function ProxiesScreen() {
  const t = useText(identityText);
  const words = useProblemWords();
  const me = useMe();
  const asking = useProxyAsking();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [relation, setRelation] = useState<Relation>();
  const canAsk = /^1\d{10}$/.test(phone) && relation !== undefined;
  const main = asking.isAsked ? (
    <Button
      look="main"
      label={t('proxyConfirm')}
      busy={asking.isBusy}
      onPress={() => void asking.confirm(phone, code)}
    />
  ) : (
    <Button
      look="main"
      label={t('proxySend')}
      busy={asking.isBusy}
      disabledReason={canAsk ? undefined : t(relation === undefined && phone.length === 11 ? 'relation' : 'phoneWrong')}
      onPress={() => relation && void asking.ask(phone, relation)}
    />
  );
  return (
    <Page title={t('proxies')} bottom={<BottomBar main={main} />}>
      <Rows>
        <Card>
          {(me?.households ?? []).map(({ household, label, relation: kind }, index, all) => (
            <ListRow
              key={household}
              title={label}
              note={t(kind === 'OWN' ? 'own' : 'proxy')}
              end={
                <Button
                  label={t(kind === 'OWN' ? 'withdrawAll' : 'withdraw')}
                  onPress={() => void asking.withdraw(household)}
                />
              }
              last={index === all.length - 1}
            />
          ))}
          {me?.households.length === 0 && <Words tone="quiet">{t('proxyNone')}</Words>}
        </Card>
        <Heading>{t('proxyAsk')}</Heading>
        <Words tone="quiet">{t('proxyAskHint')}</Words>
        <Field label={t('proxyPhone')} value={phone} onChange={setPhone} kind="tel" maxLength={11} />
        {asking.isAsked ? (
          <Field label={t('proxyCode')} value={code} onChange={setCode} kind="number" maxLength={6} />
        ) : (
          <Choice
            label={t('relation')}
            value={relation}
            onChange={setRelation}
            options={relations.map((value) => ({ value, label: t(`rel-${value}`) }))}
          />
        )}
        {asking.demoCode && (
          <Card tone="info">
            <Words strong>{t('demoCode', { code: asking.demoCode })}</Words>
          </Card>
        )}
        {asking.problem && (
          <Card tone="danger">
            <Words>{words(asking.problem)}</Words>
          </Card>
        )}
      </Rows>
    </Page>
  );
}

function useProxyAsking() {
  const t = useText(identityText);
  const [isAsked, setAsked] = useState(false);
  const [demoCode, setDemoCode] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await work();
    setBusy(false);
  };
  return {
    isAsked,
    demoCode,
    problem,
    isBusy,
    ask: (householdPhone: string, relation: Relation) =>
      during(async () => {
        const outcome = await call(askProxy, { body: { opId: newId(), householdPhone, relation } });
        if (!outcome.ok) return setProblem(outcome.problem);
        setAsked(true);
        setDemoCode(outcome.value.demoCode);
      }),
    confirm: (householdPhone: string, code: string) =>
      during(async () => {
        const outcome = await call(confirmProxy, { body: { opId: newId(), householdPhone, code } });
        if (!outcome.ok) return setProblem(outcome.problem);
        keepMe(outcome.value);
        setAsked(false);
        setDemoCode(undefined);
        toast(t('proxyDone'));
      }),
    withdraw: (household: string) =>
      during(async () => {
        const outcome = await call(withdrawProxy, { body: { opId: newId(), household } });
        if (!outcome.ok) return setProblem(outcome.problem);
        keepMe(outcome.value);
        toast(t('withdrawn'));
      }),
  };
}
