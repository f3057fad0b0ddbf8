import { type Problem, useFieldErrors } from '@/api';
import { useText } from '@/text';
import { custodyText } from '@/text/custody';
import { orderText } from '@/text/order';
import { registerText } from '@/text/register';
import { termsText } from '@/text/request-terms';
import { residentText } from '@/text/resident';
import {
  BottomBar,
  Button,
  Card,
  Choice,
  type ChoiceOption,
  Field,
  NetworkBanner,
  Page,
  Rows,
  Stepper,
  Words,
} from '@/ui';
import { CallGrid } from '../returnee-sheet';
import {
  asksPatient,
  asksSymptoms,
  type Draft,
  isHalfRegistered,
  type Rule,
  rulesFor,
  similarPercent,
} from './order-draft';
import { PatientStep } from './patient-step';
import type { StepProps } from './step-props';
import { VoiceNote } from './voice-note';

const payModes = ['RESIDENT_PAYS_SHOP', 'VOLUNTEER_ADVANCE', 'COMMUNITY_COLLECTS'] as const;

/** What stops the order here, as the words of the key that says it. */
function missing(draft: Draft): 'helpEmpty' | 'symptomsFirst' | 'half' | undefined {
  // whoever does not type says it
  if (draft.kind === 'ERRAND' && draft.words.trim() === '' && draft.voiceNote === undefined) return 'helpEmpty';
  if (asksSymptoms(draft) && draft.symptoms === undefined) return 'symptomsFirst';
  return asksPatient(draft) && isHalfRegistered(draft) ? 'half' : undefined;
}

/** What the server said against this draft, as the problem it was. */
function refusal({ refused }: Draft): Problem | undefined {
  return refused && { type: 'invalid-input', status: 422, errors: refused };
}

/** If sold out, days left, symptoms, a word for the door, and how to pay. */
export function WishesStep({ draft, change }: StepProps) {
  const t = useText(orderText);
  const tHome = useText(residentText);
  const d = useText(termsText);
  const tRegister = useText(registerText);
  const isErrand = draft.kind === 'ERRAND';
  const wrong = useFieldErrors(refusal(draft), ['/words', '/doorWords', '/payMode']);
  const lacking = missing(draft);
  const main = (
    <Button
      look="main"
      label={t(isErrand ? 'helpNext' : 'next')}
      disabledReason={lacking && (lacking === 'half' ? tRegister(lacking) : t(lacking))}
      onPress={() => change({ step: 'review' })}
    />
  );
  const quiet = isErrand ? undefined : (
    <Button look="link" label={t('back')} onPress={() => change({ step: 'goods' })} />
  );
  return (
    <Page
      title={isErrand ? tHome('help') : t('wishes')}
      banner={<NetworkBanner />}
      bottom={<BottomBar main={main} {...(quiet && { quiet })} />}
    >
      <Rows>
        {isErrand ? (
          <>
            <Field
              label={t('helpWords')}
              hint={t('helpHint')}
              value={draft.words}
              onChange={(words) => change({ words })}
              maxLength={500}
              tall
              {...wrong.at('/words')}
            />
            <VoiceNote draft={draft} change={change} />
          </>
        ) : (
          <SoldOut draft={draft} change={change} />
        )}
        {draft.kind === 'MEDICINE' && <MedicineQuestions draft={draft} change={change} />}
        {asksPatient(draft) && <PatientStep draft={draft} change={change} />}
        <Field
          label={t('doorWords')}
          hint={t('doorHint')}
          value={draft.doorWords}
          onChange={(doorWords) => change({ doorWords })}
          maxLength={120}
          optional
          {...wrong.at('/doorWords')}
        />
        {!isErrand && <VoiceNote draft={draft} change={change} />}
        {!isErrand && (
          <Choice
            label={t('pay')}
            inOne
            value={draft.payMode}
            onChange={(payMode) => change({ payMode })}
            options={payModes.map((value) => ({ value, label: d(`p-${value}`) }))}
            {...wrong.at('/payMode')}
          />
        )}
      </Rows>
    </Page>
  );
}

/** Three faces: content with something like it, asking, doing without. */
function SoldOut({ draft, change }: StepProps) {
  const t = useText(orderText);
  const d = useText(termsText);
  const faces: readonly ChoiceOption<Rule>[] = [
    {
      value: 'SIMILAR',
      label: d('r-SIMILAR'),
      hint: t('similarHint', { percent: similarPercent }),
      picture: 'face-fine',
    },
    { value: 'ASK', label: d('r-ASK'), hint: t('askHint'), picture: 'face-ask' },
    { value: 'NONE', label: d('r-NONE'), hint: t('noneHint'), picture: 'face-leave' },
  ];
  return (
    <Choice<Rule>
      label={t('soldOut')}
      hint={t('soldOutHint')}
      inOne
      value={draft.rule}
      onChange={(rule) => change({ rule })}
      options={faces.filter(({ value }) => rulesFor(draft.kind).includes(value))}
    />
  );
}

function MedicineQuestions({ draft, change }: StepProps) {
  const t = useText(orderText);
  const tCustody = useText(custodyText);
  return (
    <Rows>
      <Card>
        <Words strong block>
          {t('daysLeft')}
        </Words>
        <Words tone="quiet" block>
          {t('daysLeftHint')}
        </Words>
        <Stepper
          name={t('daysLeft')}
          unit={t('days')}
          value={draft.daysLeft}
          max={60}
          onChange={(daysLeft) => change({ daysLeft })}
        />
      </Card>
      {asksSymptoms(draft) && (
        <Choice
          label={t('symptoms')}
          hint={t('symptomsHint')}
          value={draft.symptoms === undefined ? undefined : draft.symptoms ? 'yes' : 'no'}
          onChange={(answer) => change({ symptoms: answer === 'yes' })}
          options={[
            { value: 'no', label: t('no') },
            { value: 'yes', label: t('yes') },
          ]}
        />
      )}
      <Choice
        label={tCustody('ask')}
        hint={tCustody('ask-hint')}
        value={draft.repeatPrescription === true ? 'yes' : 'no'}
        onChange={(answer) => change({ repeatPrescription: answer === 'yes' })}
        options={[
          { value: 'no', label: tCustody('no') },
          { value: 'yes', label: tCustody('yes') },
        ]}
      />
      {asksSymptoms(draft) && draft.symptoms === true && (
        <Card tone="danger">
          <Rows gap={2}>
            <Words strong>{t('symptomsYes')}</Words>
            <CallGrid />
          </Rows>
        </Card>
      )}
    </Rows>
  );
}
