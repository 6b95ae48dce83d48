import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { useView } from '../../../app/api.ts';
import { fetchAhead, partOf } from '../../../app/part.tsx';
import { Failure, Loading } from '../../../app/screens.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { ReleaseWords } from './ReleaseWords.tsx';
import type { Topic } from './screen-now.ts';

const Compared = partOf(async () => (await import('./Compared.tsx')).Compared);
// Nobody sees the picture and votes at the same time, so nobody waits for both.
const TopicPicture = partOf(async () => (await import('./TopicPicture.tsx')).TopicPicture);
const PrivateNote = partOf(async () => (await import('./PrivateNote.tsx')).PrivateNote);
const Revote = partOf(async () => (await import('./Revote.tsx')).Revote);

/** The question on the table: its picture, a private note, words to release, the re-vote and what it changed. */
export function Discussing({ topic, revote }: { readonly topic: Topic | null; readonly revote: RoundView | null }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const results = useView('viewResults', { meeting: view.id });
  useEffect(() => {
    const stop = new AbortController();
    void fetchAhead([PrivateNote, Revote, Compared, TopicPicture], stop.signal);
    return () => stop.abort();
  }, []);
  if (!topic) return <Between />;
  const place = view.topics.findIndex(({ question }) => question === topic.question) + 1;
  return (
    <>
      <section className={look.tight}>
        <p className={look.small}>{t('topic.place', { place, count: view.topics.length })}</p>
        <h2 className={look.title}>{topic.text}</h2>
        {topic.step === 'waiting' || topic.step === 'done' ? null : (
          <p className={look.quiet}>{t(`topic.step.${topic.step}`)}</p>
        )}
      </section>
      {results.error !== null ? <Failure error={results.error} view={results} /> : null}
      <Suspense fallback={<Loading what={t('reveal.loading')} />}>
        {revote ? <Revote.Show key={revote.id} revote={revote} /> : null}
        {topic.step === 'comparing' && results.data ? <Compared.Show topic={topic} results={results.data} /> : null}
        {topic.step !== 'comparing' && topic.step !== 're-voting' && results.data ? (
          <TopicPicture.Show topic={topic} results={results.data} />
        ) : null}
      </Suspense>
      {topic.change === '' ? null : <Change topic={topic} />}
      <Suspense fallback={null}>
        <PrivateNote.Show key={`note ${topic.question}`} question={topic.question} />
      </Suspense>
      {view.me.abilities.release ? <ReleaseWords key={`words ${topic.question}`} question={topic.question} /> : null}
      <Released question={topic.question} />
    </>
  );
}

/** Before the first topic, between two, and after the last. */
function Between() {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const over = view.topics.length > 0 && view.topics.every(({ step }) => step === 'done');
  return (
    <section className={look.column}>
      <h2 className={look.title}>{over ? t('topic.all-done') : t('topic.chosen', { count: view.topics.length })}</h2>
      <ol className={look.list}>
        {view.topics.map((topic) => (
          <li key={topic.question} className={look.card}>
            <p className={look.text}>{topic.text}</p>
            {topic.step === 'done' ? <p className={look.small}>{t('topic.done')}</p> : null}
            {topic.change === '' ? null : <p className={look.quote}>{topic.change}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Change({ topic }: { readonly topic: Topic }) {
  const look = useLook();
  const { t } = useTranslation('leader');
  return (
    <section className={look.tight}>
      <h3 className={look.strong}>{t('topic.change')}</h3>
      <p className={look.quote}>{topic.change}</p>
    </section>
  );
}

function Released({ question }: { readonly question: string }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const comments = view.comments.filter((comment) => comment.question === question);
  if (comments.length === 0) return null;
  return (
    <section className={look.tight}>
      <h3 className={look.strong}>{t('words.on-stage')}</h3>
      <ul className={look.list}>
        {comments.map(({ id, text, name }) => (
          <li key={id} className={look.quote}>
            {text}
            {name === null ? null : <span className={look.small}> · {name}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
