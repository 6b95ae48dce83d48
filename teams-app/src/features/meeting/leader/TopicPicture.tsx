import type { ResultsView } from '@plumbline/shared/contract/views';
import { namedAnswers } from '../named/by-point.ts';
import { figureSource } from './figure-source.ts';
import { useLeader } from './leader-context.ts';
import { ownAnswers } from './own-answers.ts';
import { QuestionPicture } from './QuestionPicture.tsx';
import type { Topic } from './screen-now.ts';

/** What the team answered to the question on the table, and where one stands oneself. */
export function TopicPicture({ topic, results }: { readonly topic: Topic; readonly results: ResultsView }) {
  const { view, mine } = useLeader();
  const question = results.rating?.questions.find((each) => each.question === topic.question);
  if (!question) return null;
  return (
    <QuestionPicture
      question={question}
      source={figureSource(view, results)}
      own={ownAnswers(view, mine)[topic.question]}
      answers={namedAnswers(results, { purpose: 'rating' })}
      titled={false}
    />
  );
}
