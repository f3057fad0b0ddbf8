import { useState } from 'react';
import { newId } from '@/api';
import { dropKeptFiles, keepFile, type Recording, recordVoiceNote, toast } from '@/platform';
import { useText } from '@/text';
import { orderText } from '@/text/order';
import { Button, Line, StatusChip } from '@/ui';
import type { StepProps } from './step-props';

/** Saying it instead of typing it; the recording is kept on the device with the draft. */
export function VoiceNote({ draft, change }: StepProps) {
  const t = useText(orderText);
  const [recording, setRecording] = useState<Recording>();
  const begin = async () => {
    const started = await recordVoiceNote();
    if (started === undefined) toast(t('voiceNo'));
    else setRecording(started);
  };
  const end = async () => {
    const file = await recording?.stop();
    setRecording(undefined);
    if (file === undefined) return;
    const id = newId();
    await keepFile(id, file);
    change({ voiceNote: id });
  };
  const drop = () => {
    if (draft.voiceNote) void dropKeptFiles(draft.voiceNote);
    change({ voiceNote: undefined });
  };
  if (recording) return <Button look="danger" icon="mic" label={t('voiceStop')} onPress={() => void end()} />;
  if (draft.voiceNote === undefined) return <Button icon="mic" label={t('voice')} onPress={() => void begin()} />;
  return (
    <Line apart>
      <StatusChip icon="mic" tone="leaf" label={t('voiceKept')} />
      <Button look="link" label={t('voiceDrop')} onPress={drop} />
    </Line>
  );
}
