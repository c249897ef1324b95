import { checkWording, namesReference, placeholdersOf, WORDINGS } from './mail-text';

const reminder = placeholdersOf('reminder', 'one');
const check = (template: string) => checkWording(template, reminder, ['subject']);

describe('a wording', () => {
  it.each([
    'Plain words',
    'Pay {{amount}} by {{dueDate}} [{{reference}}]',
    'Spaces within: {{ title }}',
    'The same {{title}} twice: {{title}}',
    '100 % < 200 > & "quoted"',
  ])('may say: %s', (template) => expect(check(template)).toEqual({ ok: true, value: template }));

  it.each([
    ['Dear {{nam}}', '{{nam}}'],
    ['{{count}} payments', '{{count}}'],
    ['{{Title}}', '{{Title}}'],
    ['{{}}', '{{}}'],
    ['{{#title}}x{{/title}}', '{{#title}}'],
    ['{{&title}}', '{{&title}}'],
    ['{{> partial}}', '{{> partial}}'],
    ['{{! remark}}', '{{! remark}}'],
    ['{{managerComments}}', '{{managerComments}}'],
    ['{{constructor}}', '{{constructor}}'],
  ])('may not say %s: the answer names %s and what is known', (template, placeholder) => {
    const result = check(template);
    expect(result).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'placeholder-unknown', path: ['subject'], message: expect.any(String) }),
      ]),
    });
    const [problem] = result.ok ? [] : result.problems;
    expect(problem?.message).toContain(placeholder);
    expect(problem?.message).toContain('{{title}}, {{number}}, {{amount}}');
  });

  it.each(['{{title', 'title}}', '{{{title}}}', '{title}', 'a { b', '{{=<% %>=}}<%title%>'])(
    'may not hold anything else of a template: %s',
    (template) => expect(check(template)).toMatchObject({ ok: false }),
  );

  it('names every unknown placeholder at once', () => {
    expect(check('{{one}} {{two}} {{title}}')).toMatchObject({ problems: [{}, {}] });
  });
});

describe('the wordings', () => {
  it('of several are those of mails that can be about several', () =>
    expect(WORDINGS.filter(({ variant }) => variant === 'several').map(({ kind }) => kind)).toEqual([
      'registered',
      'updated',
      'reminder',
      'overdue',
      'invitation',
    ]));

  it('carry a reference unless they are about no payment', () =>
    expect(WORDINGS.filter(({ kind, variant }) => !namesReference(kind, variant)).map(({ kind }) => kind)).toEqual([
      'invitation',
      'invitation',
    ]));
});
