import { useState } from 'react';
import { type Problem, useProblemWords, useSession } from '@/api';
import { signsInByWechat } from '@/platform';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { BottomBar, Button, Card, Field, Heading, ListRow, NetworkBanner, Page, Picture, Rows, Words } from '@/ui';
import { useSignIn } from './use-sign-in';

/** The sample county's numbers; nobody has them, so whoever types one is trying the demo. */
const samplePhones = /^1000000/;
const demoPlaces = [1, 2, 3, 4, 5, 6] as const;

/** Sign in with phone and code, or with WeChat. */
export function SignInScreen() {
  const t = useText(identityText);
  const problemWords = useProblemWords();
  const ranOut = useSession(({ runOut }) => runOut);
  const signing = useSignIn();
  const { sent, problem, isBusy, code, setCode } = signing;
  const [phone, setPhone] = useState('');
  const [isChecked, setChecked] = useState(false);
  const demoCode = sent?.demoCode;
  const send = (to: string) => {
    setChecked(true);
    setPhone(to);
    if (/^1\d{10}$/.test(to)) void signing.askCode(to);
  };
  const enter = () => {
    setChecked(true);
    if (/^\d{6}$/.test(code)) void signing.signIn();
  };
  const phoneError = isChecked && !sent && !/^1\d{10}$/.test(phone) ? t('phoneWrong') : undefined;
  const codeError = problem?.type === 'code-wrong' ? problemWords(problem) : undefined;
  const main = sent ? (
    <Button look="main" label={t('signIn')} busy={isBusy} onPress={enter} />
  ) : (
    <Button look="main" label={t('askCode')} busy={isBusy} onPress={() => send(phone)} />
  );
  const quiet = sent ? (
    <>
      <Button look="link" label={t('otherPhone')} onPress={signing.back} />
      <Button look="link" label={t('again')} onPress={() => send(sent.phone)} />
    </>
  ) : undefined;
  return (
    <Page
      title={t('app')}
      back={false}
      banner={<NetworkBanner />}
      bottom={<BottomBar main={main} {...(quiet && { quiet })} />}
    >
      <Rows>
        <Picture name="door" size="big" bare />
        <Heading size={3}>{t('hello')}</Heading>
        {(ranOut || signing.isBinding) && <Words tone="amber">{t(ranOut ? 'runOut' : 'wechatBind')}</Words>}
        {sent ? (
          <Field
            label={t('code')}
            hint={t('codeHint', { phone: sent.phone, minutes: sent.minutes })}
            value={code}
            onChange={setCode}
            kind="number"
            maxLength={6}
            error={codeError}
            onConfirm={enter}
          />
        ) : (
          <Field
            label={t('phone')}
            hint={t('phoneHint')}
            value={phone}
            onChange={setPhone}
            kind="tel"
            maxLength={11}
            error={phoneError}
            onConfirm={() => send(phone)}
          />
        )}
        <SignInNotes demoCode={demoCode} problem={codeError === undefined ? problem : undefined} />
        {signsInByWechat && !signing.isBinding && (
          <Button icon="message" label={t('wechat')} onPress={() => void signing.byWechat()} />
        )}
        {(demoCode !== undefined || samplePhones.test(phone)) && <DemoPeople onChoose={send} />}
      </Rows>
    </Page>
  );
}

function SignInNotes({
  demoCode,
  problem,
}: {
  readonly demoCode: string | undefined;
  readonly problem: Problem | undefined;
}) {
  const t = useText(identityText);
  const words = useProblemWords();
  return (
    <>
      {demoCode && (
        <Card tone="info">
          <Words strong>{t('demoCode', { code: demoCode })}</Words>
        </Card>
      )}
      {problem && (
        <Card tone="danger">
          <Words>{words(problem)}</Words>
        </Card>
      )}
    </>
  );
}

function DemoPeople({ onChoose }: { readonly onChoose: (phone: string) => void }) {
  const t = useText(identityText);
  return (
    <Card>
      <Heading size={5}>{t('demoTitle')}</Heading>
      {demoPlaces.map((place) => (
        <ListRow
          key={place}
          title={t(`demo${place}`)}
          note={`1000000000${place}`}
          onPress={() => onChoose(`1000000000${place}`)}
          last={place === demoPlaces.length}
        />
      ))}
    </Card>
  );
}
