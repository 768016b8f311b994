// SPDX-License-Identifier: Apache-2.0
// Reads phrases off the tree, each with what agreement needs.
#include <hearsay/link/coreference/phrases.hpp>

#include <algorithm>

namespace hearsay::link {

namespace {

constexpr int k_longest_conjunction = 8;

bool is_name_kind(MentionKind kind) {
  return kind != MentionKind::time && kind != MentionKind::quantity;
}

class Collector {
 public:
  Collector(const CleanText& text, const Analysis& analysis, const Links& links, const NominalWords& words)
      : m_text(text.text),
        m_analysis(analysis),
        m_links(links),
        m_words(words),
        m_name_of(analysis.tokens.size(), -1),
        m_phrase_of(analysis.tokens.size(), -1) {}

  std::vector<Phrase> run() {
    index_names();
    index_left_edges();
    for (std::uint32_t s = 0; s < m_analysis.sentences.size(); ++s) {
      read_sentence(s);
    }
    return std::move(m_phrases);
  }

 private:
  const Token& token(std::uint32_t t) const { return m_analysis.tokens[t]; }
  std::string_view form(std::uint32_t t) const { return text_of(m_text, token(t).span); }
  static std::uint32_t index(std::int32_t t) { return static_cast<std::uint32_t>(t); }

  /// The innermost listed name wins its own words, so that each of two nested names has its head.
  void index_names() {
    for (std::size_t m = 0; m < m_links.mentions.size(); ++m) {
      const Linked& name = m_links.mentions[m];
      if (!is_name_kind(name.kind) || name.nominal || name.end_token > m_name_of.size()) {
        continue;
      }
      for (std::uint32_t t = name.first_token; t < name.end_token; ++t) {
        m_name_of[t] = m_name_of[t] < 0 || t == name.head_token ? static_cast<std::int32_t>(m) : m_name_of[t];
      }
    }
  }

  /// For every token the first one of its phrase: articles, adjectives, compounds before it; and whether there is more
  /// than an article.
  void index_left_edges() {
    const auto count = static_cast<std::uint32_t>(m_analysis.tokens.size());
    m_left.resize(count);
    m_det.assign(count, -1);
    m_coordinated.assign(count, -1);
    for (std::uint32_t t = 0; t < count; ++t) {
      m_left[t] = t;
    }
    for (std::uint32_t t = 0; t < count; ++t) {
      const Token& word = token(t);
      if (word.head < 0) {
        continue;
      }
      const std::uint32_t head = index(word.head);
      const Deprel relation = universal(word.deprel);
      if (relation == Deprel::conj && is_noun(t) && is_noun(head)) {
        m_coordinated[head] = std::max(m_coordinated[head], static_cast<std::int32_t>(t));
      }
      const bool inside = relation == Deprel::det || relation == Deprel::amod || relation == Deprel::compound ||
                          relation == Deprel::nummod || word.deprel == Deprel::nmod_poss ||
                          word.deprel == Deprel::nmod_desc;
      if (t < head && inside) {
        m_left[head] = std::min(m_left[head], m_left[t]);
        if (relation == Deprel::det || word.deprel == Deprel::nmod_poss) {
          m_det[head] = static_cast<std::int32_t>(t);
        }
      }
    }
  }

  bool is_noun(std::uint32_t t) const {
    const Upos upos = token(t).upos;
    return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron;
  }

  void read_sentence(std::uint32_t s) {
    const Sentence& sentence = m_analysis.sentences[s];
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      if (form(t) == "\"" || form(t) == "\xE2\x80\x9C" || form(t) == "\xE2\x80\x9D" || form(t) == "''" ||
          form(t) == "``") {
        m_quoted = form(t) == "\"" ? !m_quoted : form(t) == "\xE2\x80\x9C" || form(t) == "``";
      }
      read_token(t, s);
    }
    const bool paragraph_ends =
        s + 1 < m_analysis.sentences.size() && m_analysis.sentences[s + 1].paragraph != sentence.paragraph;
    m_quoted = m_quoted && !paragraph_ends;
  }

  void read_token(std::uint32_t t, std::uint32_t sentence) {
    const Token& word = token(t);
    const std::int32_t name = m_name_of[t];
    if (name >= 0) {
      if (m_links.mentions[static_cast<std::size_t>(name)].head_token == t) {
        add_name(t, sentence, name);
      }
      return;
    }
    if (word.upos == Upos::pron) {
      if (word.feats.pron_type == ud::PronType::prs && word.feats.person == ud::Person::third &&
          word.deprel != Deprel::expl) {
        add_pronoun(t, sentence);
      }
      return;
    }
    const Deprel relation = universal(word.deprel);
    const bool part = (relation == Deprel::compound || relation == Deprel::flat || relation == Deprel::fixed ||
                       relation == Deprel::goeswith || word.deprel == Deprel::nmod_desc);
    const bool person_as_adjective = word.upos == Upos::adj && m_det[t] >= 0 &&  // "the general left"
                                     (relation == Deprel::nsubj || relation == Deprel::obj) && m_words.find(word.lemma);
    if ((word.upos == Upos::noun || word.upos == Upos::propn || person_as_adjective) && !part) {
      add_noun(t, sentence);
    }
  }

  Phrase made(std::uint32_t t, std::uint32_t sentence) const {
    Phrase phrase;
    phrase.first = std::max(m_left[t], m_analysis.sentences[sentence].first_token);
    phrase.end = t + 1;
    phrase.head = t;
    phrase.sentence = sentence;
    phrase.quoted = m_quoted;
    phrase.role = role_of(t);
    phrase.number = token(t).feats.number == ud::Number::plur || token(t).feats.number == ud::Number::ptan
                        ? Number::plural
                        : Number::singular;
    const std::uint32_t top = first_conjunct(t);
    const Token& word = token(top);
    phrase.root_subject = phrase.role == Role::subject && word.head >= 0 && token(index(word.head)).head < 0;
    return phrase;
  }

  std::uint32_t first_conjunct(std::uint32_t t) const {
    for (int steps = 0; steps < k_longest_conjunction && token(t).deprel == Deprel::conj && token(t).head >= 0 &&
                        is_noun(index(token(t).head));
         ++steps) {
      t = index(token(t).head);
    }
    return t;
  }

  Role role_of(std::uint32_t t) const {
    const Token& word = token(first_conjunct(t));
    switch (word.deprel) {
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
      case Deprel::nsubj_outer:
        return Role::subject;
      case Deprel::obj:
      case Deprel::iobj:
        return Role::object;
      case Deprel::nmod_poss:
        return Role::possessor;
      case Deprel::obl:
      case Deprel::obl_agent:
      case Deprel::obl_unmarked:
        return Role::oblique;
      case Deprel::nmod:
        return Role::embedded;
      case Deprel::compound:
      case Deprel::amod:
      case Deprel::nmod_desc:
      case Deprel::flat:
        return Role::modifier;
      default:
        return Role::other;
    }
  }

  void push(Phrase phrase) {
    phrase.same = tied_to(phrase.head);
    m_phrase_of[phrase.head] = static_cast<std::int32_t>(m_phrases.size());
    m_phrases.push_back(phrase);
  }

  /// The earlier phrase of the apposition that ends in `t`: "Salem, a commander".
  std::int32_t tied_to(std::uint32_t t) const {
    const Token& word = token(t);
    if (word.deprel == Deprel::appos && word.head >= 0 && index(word.head) < t) {
      return m_phrase_of[index(word.head)];
    }
    return -1;
  }

  void add_coordination(const Phrase& first) {
    const std::int32_t last = m_coordinated[first.head];
    if (last < 0 || index(last) < first.head) {
      return;
    }
    Phrase all = first;
    all.end = index(last) + 1;
    all.mention = -1;
    all.noun = nullptr;
    all.form = Form::coordination;
    all.number = Number::plural;
    all.gender = Gender::unknown;
    all.sort = first.sort == Sort::person ? Sort::people : first.sort;
    m_phrases.push_back(all);
  }

  void add_name(std::uint32_t t, std::uint32_t sentence, std::int32_t mention) {
    const Linked& name = m_links.mentions[static_cast<std::size_t>(mention)];
    Phrase phrase = made(t, sentence);
    phrase.first = name.first_token;
    phrase.end = name.end_token;
    phrase.mention = mention;
    if (name.type == "class") {  // "prisoners", "the rebels": in the packs, and no name
      read_noun(t, phrase);
    } else {
      phrase.form = Form::name;
      phrase.role = name_role(name, phrase.role);
      set_sort(name, phrase);
    }
    add_coordination(phrase);
    push(phrase);
  }

  /// "President Assad said": the name hangs on the title, or the title on the name.
  Role name_role(const Linked& name, Role role) const {
    const Token& head = token(name.head_token);
    const bool titled = name.kind == MentionKind::person && head.head >= 0 && name.first_token > 0 &&
                        index(head.head) + 1 == name.first_token && role != Role::subject;
    return titled ? role_of(index(head.head)) : role;
  }

  /// What the packs know of an entity goes before what the model took the words for.
  static MentionKind kind_of(const Linked& name) {
    if (name.entity.find(":actor/") != std::string::npos) {
      return MentionKind::organisation;
    }
    const bool place = name.entity.find(":place/") != std::string::npos && !name.metonym;
    return place && name.kind != MentionKind::facility ? MentionKind::place : name.kind;
  }

  void set_sort(const Linked& name, Phrase& phrase) const {
    switch (name.kind == MentionKind::nationality ? name.kind : kind_of(name)) {
      case MentionKind::person:
        phrase.sort = Sort::person;
        phrase.number = Number::singular;
        phrase.gender = gender_of(name);
        break;
      case MentionKind::organisation:
      case MentionKind::armed_group:
      case MentionKind::outlet:
        phrase.sort = Sort::body;
        phrase.number = Number::both;
        break;
      case MentionKind::nationality:
        phrase.sort = Sort::people;
        break;
      case MentionKind::place:
      case MentionKind::facility:
        phrase.sort = Sort::place;
        phrase.number = name.metonym ? Number::both : Number::singular;
        break;
      default:
        phrase.sort = Sort::thing;
        break;
    }
  }

  /// By the title before or in the name, else by the first given name in it.
  Gender gender_of(const Linked& name) const {
    const std::uint32_t first = name.first_token > 0 ? name.first_token - 1 : 0;
    for (std::uint32_t t = first; t < name.end_token; ++t) {
      if (const Gender gender = m_words.gender_of(form(t)); gender != Gender::unknown && t + 1 < name.end_token) {
        return gender;
      }
      const NominalWord* noun = t < name.head_token ? m_words.find(token(t).lemma) : nullptr;
      if (noun != nullptr && noun->gender != Gender::unknown && noun->sort == Sort::person) {
        return noun->gender;
      }
    }
    return name.end_token - name.first_token == 1 ? m_words.gender_of(form(name.first_token)) : Gender::unknown;
  }

  void add_pronoun(std::uint32_t t, std::uint32_t sentence) {
    const Token& word = token(t);
    Phrase phrase = made(t, sentence);
    phrase.first = t;
    phrase.form = Form::pronoun;
    phrase.number = word.feats.number == ud::Number::plur ? Number::plural : Number::singular;
    switch (word.feats.gender) {
      case ud::Gender::masc:
        phrase.gender = Gender::male;
        phrase.sort = Sort::person;
        break;
      case ud::Gender::fem:
        phrase.gender = Gender::female;
        phrase.sort = Sort::person;
        break;
      default:
        break;
    }
    push(phrase);
  }

  /// "air base" before "base".
  const NominalWord* word_of(std::uint32_t t) const {
    if (t > 0 && token(t - 1).deprel == Deprel::compound && token(t - 1).head == static_cast<std::int32_t>(t)) {
      if (const NominalWord* found = m_words.find(token(t - 1).lemma + " " + token(t).lemma)) {
        return found;
      }
    }
    return m_words.find(token(t).lemma);
  }

  void add_noun(std::uint32_t t, std::uint32_t sentence) {
    Phrase phrase = made(t, sentence);
    read_noun(t, phrase);
    if (!is_title_of_name(t)) {
      add_coordination(phrase);
      push(phrase);
    }
  }

  void read_noun(std::uint32_t t, Phrase& phrase) const {
    phrase.noun = word_of(t);
    if (phrase.noun != nullptr) {
      phrase.sort = phrase.noun->sort;
      phrase.gender = phrase.noun->gender;
      phrase.number = phrase.sort == Sort::body && phrase.number == Number::singular ? Number::both
                      : phrase.sort == Sort::people                                  ? Number::plural
                                                                                     : phrase.number;
    }
    phrase.form = form_of(t);
    const std::uint32_t before_head = t - phrase.first;
    phrase.modified = before_head > (phrase.form == Form::bare ? 0U : 1U);
  }

  /// "Colonel" in "Colonel Salem": the name speaks for both.
  bool is_title_of_name(std::uint32_t t) const {
    const std::int32_t next = t + 1 < m_name_of.size() ? m_name_of[t + 1] : -1;
    if (next < 0) {
      return false;
    }
    const Linked& name = m_links.mentions[static_cast<std::size_t>(next)];
    const Token& head = token(name.head_token);
    const bool tied =
        head.head == static_cast<std::int32_t>(t) || token(t).head == static_cast<std::int32_t>(name.head_token);
    return name.kind == MentionKind::person && name.first_token == t + 1 && tied;
  }

  Form form_of(std::uint32_t t) const {
    if (m_det[t] < 0) {
      return Form::bare;
    }
    const Token& word = token(index(m_det[t]));
    if (word.deprel == Deprel::nmod_poss) {
      return Form::possessed;
    }
    return word.feats.definite == ud::Definite::def || word.feats.pron_type == ud::PronType::dem ? Form::definite
                                                                                                 : Form::indefinite;
  }

  std::string_view m_text;
  const Analysis& m_analysis;
  const Links& m_links;
  const NominalWords& m_words;
  std::vector<std::int32_t> m_name_of;    // into Links::mentions, by token
  std::vector<std::int32_t> m_phrase_of;  // by head token
  std::vector<std::uint32_t> m_left;
  std::vector<std::int32_t> m_det, m_coordinated;  // by head token: the article, and the last conjunct
  std::vector<Phrase> m_phrases;
  bool m_quoted = false;
};

}  // namespace

std::vector<Phrase> collect_phrases(const CleanText& text, const Analysis& analysis, const Links& links,
                                    const NominalWords& words) {
  return Collector(text, analysis, links, words).run();
}

}  // namespace hearsay::link
