import type { Words } from './words';

export const el: Words = {
  greeting: (name) => `Αγαπητέ/ή ${name},`,
  kinds: {
    registered: {
      one: {
        subject: 'Νέα οφειλή: {{title}}, {{total}}, λήξη {{dueDate}} ({{number}}) [{{reference}}]',
        opening:
          'Το γραφείο {{office}} καταχώρισε πληρωμή {{total}} που οφείλει ο πελάτης {{customer}} προς: {{institution}}. {{title}}, λήξη {{dueDate}} ({{number}}).',
      },
      several: {
        subject: '{{count}} νέες οφειλές, η πρώτη λήγει {{dueDate}} [{{reference}}]',
        opening: 'Το γραφείο {{office}} καταχώρισε {{count}} πληρωμές. Η πρώτη λήγει {{dueDate}}.',
      },
    },
    updated: {
      one: {
        subject: 'Αλλαγή: {{title}} [{{reference}}]',
        opening:
          'Το γραφείο {{office}} άλλαξε την πληρωμή «{{title}}» του πελάτη {{customer}}. Παρακάτω, τι ίσχυε και τι ισχύει τώρα.',
      },
      several: { subject: 'Αλλαγή: {{title}} [{{reference}}]', opening: 'Άλλαξαν περισσότερες πληρωμές.' },
    },
    reminder: {
      one: {
        subject: 'Υπενθύμιση: {{title}}, {{number}}, {{amount}} έως {{dueDate}} [{{reference}}]',
        opening:
          'Ποσό {{amount}} για {{title}} ({{number}}) του πελάτη {{customer}} προς: {{institution}} λήγει {{dueDate}}.',
      },
      several: {
        subject: 'Υπενθύμιση: {{count}} πληρωμές, η πρώτη έως {{dueDate}} [{{reference}}]',
        opening: '{{count}} πληρωμές λήγουν σύντομα· πρώτη η παλαιότερη.',
      },
    },
    overdue: {
      one: {
        subject: 'Χωρίς επιβεβαίωση πληρωμής: {{title}}, {{number}}, {{amount}}, έληξε {{dueDate}} [{{reference}}]',
        opening:
          'Ποσό {{amount}} για {{title}} ({{number}}) του πελάτη {{customer}} προς: {{institution}} έληξε {{dueDate}}. Δεν έχουμε λάβει επιβεβαίωση ότι πληρώθηκε.',
      },
      several: {
        subject: 'Χωρίς επιβεβαίωση: {{count}} πληρωμές, η παλαιότερη έληξε {{dueDate}} [{{reference}}]',
        opening: 'Για {{count}} πληρωμές δεν έχουμε λάβει επιβεβαίωση ή λήγουν σύντομα· πρώτη η παλαιότερη.',
      },
    },
    withdrawn: {
      one: {
        subject: 'Ακύρωση: {{title}} [{{reference}}]',
        opening:
          'Το γραφείο {{office}} αφαίρεσε την οφειλή «{{title}}» του πελάτη {{customer}}. Δεν θα λάβετε άλλες υπενθυμίσεις γι’ αυτήν.',
      },
      several: { subject: 'Ακύρωση: {{title}} [{{reference}}]', opening: 'Αφαιρέθηκαν περισσότερες οφειλές.' },
    },
    receipt: {
      one: {
        subject: 'Η δήλωση πληρωμής σας: {{title}}, {{number}} [{{reference}}]',
        opening: 'Το γραφείο {{office}} εξέτασε τη δήλωσή σας ότι πληρώθηκε: {{title}} ({{number}}).',
      },
      several: {
        subject: 'Οι δηλώσεις πληρωμής σας',
        opening: 'Το γραφείο {{office}} εξέτασε τις δηλώσεις πληρωμής σας.',
      },
    },
    invitation: {
      one: {
        subject: '{{office}}: η πρόσβαση στις οφειλές σας',
        opening:
          'Το γραφείο {{office}} σας προσκαλεί να βλέπετε τις οφειλές σας ηλεκτρονικά. Ορίστε κωδικό πρόσβασης για να ξεκινήσετε.',
      },
      several: {
        subject: '{{office}}: νέος κωδικός πρόσβασης',
        opening:
          'Κάποιος, μάλλον εσείς, ζήτησε νέο κωδικό πρόσβασης. Αν δεν ήσασταν εσείς, δεν χρειάζεται να κάνετε κάτι.',
      },
    },
  },
  closing: {
    registered:
      'Πληρώνετε απευθείας τον φορέα, με τον κωδικό πληρωμής. Θα σας υπενθυμίζουμε κάθε προθεσμία. Αν κάτι δεν φαίνεται σωστό, απαντήστε σε αυτό το μήνυμα.',
    updated: 'Για απορίες σχετικά με την αλλαγή, απαντήστε σε αυτό το μήνυμα.',
    reminder:
      'Πληρώνετε απευθείας τον φορέα, με τον κωδικό πληρωμής. Αφού πληρώσετε, ενημερώστε μας με το «Πλήρωσα» και οι υπενθυμίσεις σταματούν.',
    overdue:
      'Ο φορέας μπορεί να επιβάλει προσαύξηση σε εκπρόθεσμες πληρωμές. Αν έχετε ήδη πληρώσει, ενημερώστε μας με το «Πλήρωσα» ή απαντήστε σε αυτό το μήνυμα.',
    withdrawn: 'Αν την έχετε πληρώσει ή πιστεύετε ότι πρόκειται για λάθος, απαντήστε σε αυτό το μήνυμα.',
    receipt: 'Για απορίες, απαντήστε σε αυτό το μήνυμα.',
    invitation: 'Η διεύθυνση ισχύει για μία φορά και μόνο για εσάς: μην προωθήσετε αυτό το μήνυμα.',
  },
  labels: {
    institution: 'Προς',
    customer: 'Για',
    total: 'Σύνολο',
    outstanding: 'Υπόλοιπο',
    instalments: 'Δόσεις',
    dueDate: 'Λήξη',
    payBy: 'Πληρωμή έως',
    reference: 'Αριθμός αναφοράς',
    code: 'Κωδικός πληρωμής, έτοιμος για αντιγραφή',
    codeFollows: 'Ο κωδικός πληρωμής θα ακολουθήσει.',
    nextInstalment: 'Επόμενη πληρωμή',
    reason: 'Αιτιολογία',
  },
  fields: {
    customer: 'Πελάτης',
    institution: 'Φορέας',
    title: 'Τίτλος',
    description: 'Περιγραφή',
    currency: 'Νόμισμα',
    total: 'Σύνολο',
    paymentCode: 'Κωδικός πληρωμής',
    paymentCodeScheme: 'Είδος κωδικού πληρωμής',
    state: 'Κατάσταση',
    attachments: 'Συνημμένο',
    amount: 'Ποσό',
    paid: 'Πληρωμένο',
    dueDate: 'Ημερομηνία λήξης',
    nominalDate: 'Ονομαστική ημερομηνία',
    shift: 'Αιτία της ημερομηνίας',
    note: 'Σημείωση',
  },
  states: { open: 'ανοιχτή', paid: 'πληρωμένη', settled: 'εξοφλημένη', cancelled: 'ακυρωμένη' },
  receipts: { accepted: 'έγινε δεκτή', rejected: 'δεν έγινε δεκτή' },
  shifts: {
    weekend: 'Σαββατοκύριακο',
    holiday: 'αργία',
    decree: 'κλειστά με απόφαση',
    collision: 'λήγει άλλη δόση την ίδια ημέρα',
  },
  instalment: (number, of) => `Δόση ${number}/${of}`,
  nothing: '–',
  more: (count) => `και άλλες ${count}`,
  movedFrom: (day, why) => `μεταφέρθηκε από ${day}: ${why}`,
  duePayBy: (payBy) => `πληρωμή έως ${payBy}`,
  overdueSince: (day) => `έληξε ${day}, χωρίς επιβεβαίωση πληρωμής`,
  codeIs: (code) => `Κωδικός πληρωμής ${code}`,
  buttons: { obligation: 'Δείτε αναλυτικά', all: 'Δείτε τις οφειλές σας', invitation: 'Ορίστε κωδικό πρόσβασης' },
  footer: (office) =>
    `Λαμβάνετε αυτό το μήνυμα επειδή το γραφείο ${office} παρακολουθεί πληρωμές στις οποίες έχετε οριστεί ως επαφή.`,
  settings: 'Αλλάξτε τι λαμβάνετε',
  test: 'Αυτό είναι δοκιμαστικό μήνυμα: τίποτα σε αυτό δεν είναι αληθινό.',
  validUntil: (instant) => `Η διεύθυνση ισχύει έως ${instant}.`,
  digest: {
    titles: {
      review: 'Δηλώθηκαν ως πληρωμένες, για έλεγχο πριν λήξουν',
      due: 'Λήγουν, χωρίς επιβεβαίωση πληρωμής',
      reported: 'Δηλώθηκαν ως πληρωμένες, δεν ελέγχθηκαν ακόμη',
      failed: 'Μηνύματα που απέτυχαν ή ίσως δεν έφτασαν',
      incomplete: 'Χωρίς κωδικό ή ποσό, λήγουν σε 10 ημέρες',
    },
    short: {
      review: 'έλεγχος τώρα',
      due: 'λήγουν',
      reported: 'προς έλεγχο',
      failed: 'αποτυχίες',
      incomplete: 'ελλιπείς',
    },
    opening: (day) => `Τι σας περιμένει ${day}.`,
    button: 'Ανοίξτε τις πληρωμές',
    footer: (office) =>
      `Λαμβάνετε αυτό το μήνυμα επειδή φροντίζετε αυτούς τους πελάτες στο ${office} ή διαβάζετε την αλληλογραφία του. Στέλνεται τις εργάσιμες.`,
  },
};
