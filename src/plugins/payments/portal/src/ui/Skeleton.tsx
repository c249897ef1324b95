import { useWords } from '../i18n/WordsProvider';

interface SkeletonProps {
  /** The shape of what will come, so that nothing jumps when it does. */
  shape: 'card' | 'row' | 'heading' | 'line';
  count?: number;
}

export const Skeleton = ({ shape, count = 1 }: SkeletonProps) => (
  <div aria-hidden="true">
    {Array.from({ length: count }, (_, index) => (
      <div key={index} className={`skeleton skeleton--${shape}`} />
    ))}
  </div>
);

/** Says once, to those who listen, that something is on its way. */
export const LoadingWord = () => (
  <p className="visually-hidden" role="status">
    {useWords().t('app.loading')}
  </p>
);
