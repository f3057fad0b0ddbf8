import { useState } from 'react';
import { useFieldErrors, useMyHomes, useProblemWords } from '@/api';
import { type Reader, useText } from '@/text';
import { identityText } from '@/text/identity';
import { BottomBar, Button, Card, Choice, Field, Heading, ListRow, Page, Rows, Words } from '@/ui';
import { type Relation, relations, useProxyAsking } from './use-proxy-asking';

/** What is still wanted before the household can be asked; nothing is called wrong before it is typed. */
function whyNot(t: Reader<typeof identityText.zh>, phone: string, relation: Relation | undefined): string | undefined {
  if (phone === '') return t('proxyPhoneFirst');
  if (!/^1\d{10}$/.test(phone)) return t('phoneWrong');
  return relation === undefined ? t('relationFirst') : undefined;
}

/** Consent to be spoken for: asked here, given by reading six digits out, ended from either side. */
export function ProxiesScreen() {
  const t = useText(identityText);
  const asking = useProxyAsking();
  const isWrongCode = asking.problem?.type === 'code-wrong';
  const words = useProblemWords();
  const wrong = useFieldErrors(isWrongCode ? undefined : asking.problem, ['/householdPhone', '/code', '/relation']);
  const codeError = asking.problem && isWrongCode ? words(asking.problem) : wrong.at('/code').error;
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [relation, setRelation] = useState<Relation>();
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
      disabledReason={whyNot(t, phone, relation)}
      onPress={() => relation && void asking.ask(phone, relation)}
    />
  );
  return (
    <Page title={t('proxies')} bottom={<BottomBar main={main} />}>
      <Rows>
        <MyHouseholds onEnd={(household) => void asking.withdraw(household)} />
        <Heading>{t('proxyAsk')}</Heading>
        <Words tone="quiet">{t('proxyAskHint')}</Words>
        <Field
          label={t('proxyPhone')}
          value={phone}
          onChange={setPhone}
          kind="tel"
          maxLength={11}
          {...wrong.at('/householdPhone')}
        />
        {asking.isAsked ? (
          <Field
            label={t('proxyCode')}
            value={code}
            onChange={setCode}
            kind="number"
            maxLength={6}
            error={codeError}
            takesFocus={codeError !== undefined}
          />
        ) : (
          <Choice
            label={t('relation')}
            value={relation}
            onChange={setRelation}
            options={relations.map((value) => ({ value, label: t(`rel-${value}`) }))}
            {...wrong.at('/relation')}
          />
        )}
        {asking.demoCode && (
          <Card tone="info">
            <Words strong>{t('demoCode', { code: asking.demoCode })}</Words>
          </Card>
        )}
        {wrong.rest && (
          <Card tone="danger">
            <Words reads={{ role: 'alert' }}>{wrong.rest}</Words>
          </Card>
        )}
      </Rows>
    </Page>
  );
}

/** The households one may act for, each with the way to end it. */
function MyHouseholds({ onEnd }: { readonly onEnd: (household: string) => void }) {
  const t = useText(identityText);
  const homes = useMyHomes();
  return (
    <Card>
      {homes.map(({ household, label, relation: kind }, index, all) => (
        <ListRow
          key={household}
          title={label}
          note={t(kind === 'OWN' ? 'own' : 'proxy')}
          end={<Button label={t(kind === 'OWN' ? 'withdrawAll' : 'withdraw')} onPress={() => onEnd(household)} />}
          last={index === all.length - 1}
        />
      ))}
      {homes.length === 0 && <Words tone="quiet">{t('proxyNone')}</Words>}
    </Card>
  );
}
