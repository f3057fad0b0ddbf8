import { useState } from 'react';
import { useFieldErrors, useProblemWords, useSession } from '@/api';
import { signsInByWechat } from '@/platform';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { BottomBar, Button, Field, Heading, NetworkBanner, Page, Picture, Rows, Words } from '@/ui';
import { DemoPeople, FirstLooks, PrivacyNote, SignInNotes } from './sign-in-parts';
import { useSignIn } from './use-sign-in';

/** The sample county's numbers; nobody has them, so whoever types one is trying the demo. */
const samplePhones = /^1000000/;

/** Sign in with phone and code, or with WeChat. */
export function SignInScreen() {
  const t = useText(identityText);
  const problemWords = useProblemWords();
  const ranOut = useSession(({ runOut }) => runOut);
  const signing = useSignIn();
  const { sent, problem, isBusy, code, setCode } = signing;
  const [phone, setPhone] = useState('');
  const [isChecked, setChecked] = useState(false);
  const send = (to: string) => {
    setChecked(true);
    setPhone(to);
    if (/^1\d{10}$/.test(to)) void signing.askCode(to);
  };
  const enter = () => {
    setChecked(true);
    if (/^\d{6}$/.test(code)) void signing.signIn();
  };
  const isWrongPhone = isChecked && !sent && !/^1\d{10}$/.test(phone);
  const isWrongCode = problem?.type === 'code-wrong';
  const wrong = useFieldErrors(isWrongCode ? undefined : problem, sent ? ['/code'] : ['/phone']);
  const phoneError = isWrongPhone ? t('phoneWrong') : wrong.at('/phone').error;
  const codeError = isWrongCode ? problemWords(problem) : wrong.at('/code').error;
  const main = sent ? (
    <Button look="main" label={t('signIn')} busy={isBusy} onPress={enter} />
  ) : (
    <Button look="main" label={t('askCode')} busy={isBusy} onPress={() => send(phone)} />
  );
  const quiet = sent && (
    <>
      <Button look="link" label={t('otherPhone')} onPress={signing.back} />
      <Button look="link" label={t('again')} onPress={() => send(sent.phone)} />
    </>
  );
  return (
    <Page title={t('app')} back={false} banner={<NetworkBanner />} bottom={<BottomBar main={main} quiet={quiet} />}>
      <Rows>
        <FirstLooks />
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
            takesFocus={codeError !== undefined}
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
            takesFocus={phoneError !== undefined}
            onConfirm={() => send(phone)}
          />
        )}
        <SignInNotes demoCode={sent?.demoCode} words={wrong.rest} />
        {signsInByWechat && !signing.isBinding && (
          <Button icon="message" label={t('wechat')} onPress={() => void signing.byWechat()} />
        )}
        <PrivacyNote />
        {(sent?.demoCode !== undefined || samplePhones.test(phone)) && <DemoPeople onChoose={send} />}
      </Rows>
    </Page>
  );
}
