// SPDX-License-Identifier: Apache-2.0
// The walk over the phrases of a text, and the groups of phrases that mean the same.
#include <hearsay/link/coreference/coreference.hpp>

#include <algorithm>
#include <unordered_map>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::link {

namespace {

constexpr std::uint32_t k_pronoun_reach = 3;   // sentences back in which a pronoun looks
constexpr std::uint32_t k_nominal_reach = 40;  // the same of "the group"
constexpr std::size_t k_phrases_back = 400;    // and at most so many phrases
constexpr std::size_t k_most_options = 24;
constexpr std::size_t k_heads = 4;  // nouns kept of one group

/// Phrases that mean the same, as far as they were found.
struct Group {
  std::uint32_t last = 0;  // the phrase that told of it last
  std::int32_t name = -1;  // the last one with a name
  std::uint32_t told = 0;  // how many phrases
  Sort sort = Sort::unknown;
  Number number = Number::singular;
  Gender gender = Gender::unknown;
  std::array<std::uint32_t, k_heads> heads{};  // tokens of its nouns
  std::size_t head_count = 0;
};

class Resolver {
 public:
  Resolver(const CleanText& text, const Analysis& analysis, const NominalWords& words, const Judge& judge, Links& links)
      : m_text(text.text),
        m_analysis(analysis),
        m_words(words),
        m_judge(judge),
        m_links(links),
        m_phrases(collect_phrases(text, analysis, links, words)),
        m_group(m_phrases.size(), 0),
        m_before(m_phrases.size(), -1),
        m_name_before(m_phrases.size(), -1),
        m_kept(m_phrases.size(), false) {}

  void run() {
    for (std::uint32_t p = 0; p < m_phrases.size(); ++p) {
      place(p);
    }
    write();
  }

 private:
  const Token& token(std::uint32_t t) const { return m_analysis.tokens[t]; }
  const Linked& mention(const Phrase& phrase) const {
    return m_links.mentions[static_cast<std::size_t>(phrase.mention)];
  }
  std::string_view lemma(std::uint32_t t) const { return token(t).lemma; }

  // ---- groups
  // --------------------------------------------------------------------------------------------------------
  void place(std::uint32_t p) {
    const Phrase& phrase = m_phrases[p];
    if (phrase.mention >= 0) {
      place_name(p);
      return;
    }
    if (phrase.same >= 0) {
      join(p, m_group[static_cast<std::size_t>(phrase.same)]);
      return;
    }
    if (phrase.form == Form::pronoun || is_taking(phrase)) {
      m_kept[p] = true;
      if (const std::int32_t meant = ask(p); meant >= 0) {
        take_up(p, static_cast<std::uint32_t>(meant));
        return;
      }
    }
    found(p);
  }

  void found(std::uint32_t p) {
    m_groups.emplace_back();
    join(p, static_cast<std::uint32_t>(m_groups.size() - 1));
  }

  void join(std::uint32_t p, std::uint32_t g) {
    const Phrase& phrase = m_phrases[p];
    Group& group = m_groups[g];
    m_group[p] = g;
    group.last = p;
    ++group.told;
    group.name = phrase.mention >= 0 ? static_cast<std::int32_t>(p) : group.name;
    group.sort = group.sort == Sort::unknown || phrase.form == Form::name ? phrase.sort : group.sort;
    group.number = group.told == 1 || phrase.form == Form::name ? phrase.number : group.number;
    group.gender = group.gender == Gender::unknown ? phrase.gender : group.gender;
    if (phrase.form != Form::name && phrase.form != Form::pronoun && group.head_count < k_heads) {
      group.heads[group.head_count++] = phrase.head;
    }
  }

  void place_name(std::uint32_t p) {
    const Phrase& phrase = m_phrases[p];
    const Linked& name = mention(phrase);
    const std::string key = !name.entity.empty() ? name.entity : to_lower(name.name);
    const auto [known, fresh] = m_by_name.try_emplace(key, static_cast<std::uint32_t>(m_groups.size()));
    if (!fresh) {
      join(p, known->second);
      return;
    }
    if (name.antecedent >= 0) {
      const auto& meant = m_links.mentions[static_cast<std::size_t>(name.antecedent)];
      const auto other = m_by_name.find(!meant.entity.empty() ? meant.entity : to_lower(meant.name));
      if (other != m_by_name.end() && other != known) {
        known->second = other->second;
        join(p, other->second);
        return;
      }
    }
    if (phrase.same >= 0 && m_groups[m_group[static_cast<std::size_t>(phrase.same)]].name < 0) {
      known->second = m_group[static_cast<std::size_t>(phrase.same)];
      join(p, known->second);
      return;
    }
    found(p);
  }

  void take_up(std::uint32_t p, std::uint32_t meant) {
    const std::uint32_t g = m_group[meant];
    m_name_before[p] = m_groups[g].name;
    m_before[p] = static_cast<std::int32_t>(meant);
    m_kept[meant] = true;
    join(p, g);
  }

  // ---- who may be meant
  // -----------------------------------------------------------------------------------------------
  bool is_taking(const Phrase& phrase) const {
    const Upos upos = token(phrase.head).upos;
    const bool common = upos == Upos::noun || upos == Upos::adj;
    return phrase.form == Form::definite && phrase.noun != nullptr && common &&
           (phrase.sort == Sort::person || phrase.sort == Sort::people || phrase.sort == Sort::body ||
            phrase.sort == Sort::place);
  }

  static Taking taking_of(const Phrase& phrase) {
    if (phrase.form != Form::pronoun) {
      return Taking::nominal;
    }
    return phrase.sort == Sort::person ? Taking::he : phrase.number == Number::plural ? Taking::they : Taking::it;
  }

  std::int32_t ask(std::uint32_t p) {
    Choice choice;
    choice.taking = taking_of(m_phrases[p]);
    choice.phrase = p;
    add_options(choice);
    if (choice.options.size() == 1) {
      choice.options.front().traits.add(Trait::only_one);
    }
    choice.none = traits_of_none(choice);
    if (choice.options.empty() || choice.none.has(Trait::none_clause)) {
      return -1;
    }
    std::int32_t chosen = choice.taking == Taking::nominal ? only_likely_name(choice) : -1;
    chosen = chosen >= 0 ? chosen : m_judge(choice, m_phrases);
    return chosen < 0 ? -1 : static_cast<std::int32_t>(choice.options[static_cast<std::size_t>(chosen)].phrase);
  }

  /// "The group" three sentences after the only armed group told of, "the general" after the only general: no weighing.
  std::int32_t only_likely_name(const Choice& choice) const {
    const Phrase& anaphor = m_phrases[choice.phrase];
    const bool pointing = token(anaphor.first).feats.pron_type == ud::PronType::dem;
    if (anaphor.modified || pointing || !anaphor.noun->takes_names || is_restricted(anaphor)) {
      return -1;
    }
    std::int32_t found = -1;
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
      if (!is_likely_name(anaphor, m_phrases[choice.options[i].phrase], choice.options[i].traits)) {
        continue;
      }
      if (found >= 0) {
        return -1;
      }
      found = static_cast<std::int32_t>(i);
    }
    return found;
  }

  bool is_likely_name(const Phrase& anaphor, const Phrase& candidate, const Traits& traits) const {
    if (!traits.has(Trait::named) || traits.has(Trait::far) || traits.has(Trait::farther) ||
        candidate.form == Form::pronoun) {
      return false;
    }
    const Linked& name = mention(named(m_groups[m_group[static_cast<std::size_t>(&candidate - m_phrases.data())]]));
    const bool listed = !name.type.empty() && name.kind != MentionKind::person;
    const bool titled = traits.has(Trait::noun_in_name) && anaphor.sort != Sort::place;
    return titled || (anaphor.sort == Sort::body && listed && traits.has(Trait::fits_body));
  }

  void add_options(Choice& choice) const {
    const Phrase& anaphor = m_phrases[choice.phrase];
    const std::uint32_t reach = choice.taking == Taking::nominal ? k_nominal_reach : k_pronoun_reach;
    const std::size_t stop = choice.phrase > k_phrases_back ? choice.phrase - k_phrases_back : 0;
    for (std::size_t c = choice.phrase; c-- > stop && choice.options.size() < k_most_options;) {
      const Phrase& candidate = m_phrases[c];
      if (candidate.sentence + reach < anaphor.sentence) {
        break;
      }
      const Group& group = m_groups[m_group[c]];
      const bool fits = group.last == c && agrees(choice, candidate, group) && !is_bound(anaphor, candidate);
      if (fits) {
        choice.options.push_back({static_cast<std::uint32_t>(c), traits(choice, candidate, group)});
      }
    }
  }

  bool agrees(const Choice& choice, const Phrase& candidate, const Group& group) const {
    const Phrase& anaphor = m_phrases[choice.phrase];
    const bool other_gender =
        anaphor.gender != Gender::unknown && group.gender != Gender::unknown && anaphor.gender != group.gender;
    switch (choice.taking) {
      case Taking::he:
        return (group.sort == Sort::person || group.sort == Sort::unknown) && group.number != Number::plural &&
               !other_gender;
      case Taking::it:
        return group.sort != Sort::person && group.sort != Sort::people && group.number != Number::plural;
      case Taking::they:
        return group.number != Number::singular &&
               !(candidate.form == Form::name && candidate.role == Role::modifier && candidate.sort == Sort::people);
      default:
        return agrees_noun(anaphor, group) && !other_gender;
    }
  }

  bool agrees_noun(const Phrase& anaphor, const Group& group) const {
    const bool plural = token(anaphor.head).feats.number == ud::Number::plur;
    if (has_noun(group, anaphor)) {
      return plural == (token(group.heads[0]).feats.number == ud::Number::plur);
    }
    return is_named(group) && !plural && anaphor.noun->takes_names &&
           (noun_in_name(anaphor, group) || fits_name(*anaphor.noun, mention(named(group))));
  }

  bool is_named(const Group& group) const { return group.name >= 0 && named(group).form == Form::name; }
  const Phrase& named(const Group& group) const { return m_phrases[static_cast<std::size_t>(group.name)]; }

  bool has_noun(const Group& group, const Phrase& anaphor) const {
    return std::any_of(group.heads.begin(), group.heads.begin() + static_cast<std::ptrdiff_t>(group.head_count),
                       [&](std::uint32_t head) { return lemma(head) == lemma(anaphor.head); });
  }

  /// "the brigade" after "Sultan Murad Brigade"; "the president" of one whose office the packs know.
  bool noun_in_name(const Phrase& anaphor, const Group& group) const {
    if (!is_named(group)) {
      return false;
    }
    const Phrase& name = named(group);
    const bool titled = name.first > m_analysis.sentences[name.sentence].first_token &&
                        (token(name.first - 1).upos == Upos::noun || token(name.first - 1).upos == Upos::propn);
    for (std::uint32_t t = titled ? name.first - 1 : name.first; t < name.end; ++t) {
      const bool whole = t == name.first && name.end - name.first == 1;
      if (!whole && to_lower(text_of(m_text, token(t).span)) == lemma(anaphor.head)) {
        return true;
      }
    }
    const Linked& linked = mention(name);
    return linked.kind == MentionKind::person && linked.type.find(lemma(anaphor.head)) != std::string::npos;
  }

  /// Grammar forbids: "he" and "him" of one verb are two; "his" is not the man in "his man".
  bool is_bound(const Phrase& anaphor, const Phrase& candidate) const {
    if (candidate.sentence != anaphor.sentence) {
      return false;
    }
    if (candidate.first >= anaphor.first || (candidate.first <= anaphor.head && anaphor.head < candidate.end)) {
      return true;
    }
    const Token& word = token(anaphor.head);
    const bool free = word.feats.reflex || word.deprel == Deprel::nmod_poss;
    if (!free && word.head >= 0 && word.head == token(candidate.head).head && candidate.role != Role::modifier) {
      return true;
    }
    return hangs_in(anaphor.head, candidate.head) || hangs_in(candidate.head, anaphor.head);
  }

  /// Whether `inner` stands in the phrase of `outer` without a clause between them.
  bool hangs_in(std::uint32_t inner, std::uint32_t outer) const {
    std::int32_t at = static_cast<std::int32_t>(inner);
    for (int steps = 0; steps < 12 && at >= 0; ++steps) {
      if (at == static_cast<std::int32_t>(outer)) {
        return true;
      }
      const Deprel relation = universal(token(static_cast<std::uint32_t>(at)).deprel);
      if (relation != Deprel::nmod && relation != Deprel::conj && relation != Deprel::compound &&
          relation != Deprel::appos && relation != Deprel::amod && relation != Deprel::flat) {
        return false;
      }
      at = token(static_cast<std::uint32_t>(at)).head;
    }
    return false;
  }

  // ---- what speaks for it
  // ---------------------------------------------------------------------------------------------
  Traits traits(const Choice& choice, const Phrase& candidate, const Group& group) const {
    Traits out;
    const Phrase& anaphor = m_phrases[choice.phrase];
    add_distance(anaphor.sentence - candidate.sentence, choice.options.size(), out);
    add_role(anaphor, candidate, out);
    add_kind(group, out);
    add_deed(anaphor, candidate, group, out);
    if (candidate.sentence == anaphor.sentence && candidate.role == Role::subject) {
      add_clause(anaphor, candidate, group, out);
    }
    out.add_if(anaphor.quoted && !candidate.quoted, Trait::into_quotation);
    out.add_if(!anaphor.quoted && candidate.quoted, Trait::out_of_quotation);
    if (choice.taking == Taking::nominal) {
      add_noun(anaphor, group, out);
    } else {
      out.add_if(candidate.form == Form::pronoun && lemma(candidate.head) == lemma(anaphor.head), Trait::same_pronoun);
    }
    return out;
  }

  static void add_distance(std::uint32_t sentences, std::size_t nearer, Traits& out) {
    out.add(sentences == 0   ? Trait::same_sentence
            : sentences == 1 ? Trait::sentence_before
            : sentences == 2 ? Trait::two_before
            : sentences == 3 ? Trait::three_before
            : sentences < 12 ? Trait::far
                             : Trait::farther);
    out.add(nearer == 0   ? Trait::nearest
            : nearer == 1 ? Trait::second_nearest
            : nearer == 2 ? Trait::third_nearest
                          : Trait::less_near);
  }

  static void add_role(const Phrase& anaphor, const Phrase& candidate, Traits& out) {
    constexpr std::array k_roles = {Trait::subject,   Trait::object,   Trait::oblique,   Trait::embedded,
                                    Trait::possessor, Trait::modifier, Trait::other_role};
    constexpr std::array k_forms = {Trait::said_pronoun,     Trait::said_name,       Trait::said_definite,
                                    Trait::said_possessed,   Trait::said_indefinite, Trait::said_bare,
                                    Trait::said_coordination};
    out.add(k_roles[static_cast<std::size_t>(candidate.role)]);
    out.add(k_forms[static_cast<std::size_t>(candidate.form)]);
    out.add_if(candidate.root_subject, Trait::root_subject);
    out.add_if(candidate.role == Role::subject && candidate.sentence + 1 == anaphor.sentence, Trait::subject_before);
    out.add_if(candidate.role == anaphor.role, Trait::same_role);
  }

  void add_kind(const Group& group, Traits& out) const {
    constexpr std::array k_sorts = {Trait::unknown, Trait::person, Trait::people,   Trait::body, Trait::place,
                                    Trait::thing,   Trait::event,  Trait::abstract, Trait::time};
    out.add(k_sorts[static_cast<std::size_t>(group.sort)]);
    out.add(group.told == 1   ? Trait::told_once
            : group.told == 2 ? Trait::told_twice
            : group.told < 6  ? Trait::told_often
                              : Trait::told_most);
    out.add_if(group.gender != Gender::unknown, Trait::gender_known);
    out.add_if(is_named(group), Trait::named);
  }

  /// What somebody, some place and some thing do differently.
  void add_deed(const Phrase& anaphor, const Phrase& candidate, const Group& group, Traits& out) const {
    const bool body = group.sort == Sort::body, place = group.sort == Sort::place;
    const bool speaks = anaphor.role == Role::subject && m_words.is_saying(verb_of(anaphor));
    out.add_if(body && candidate.role == Role::subject, Trait::body_subject);
    out.add_if(place && candidate.role == Role::subject, Trait::place_subject);
    out.add_if(group.sort == Sort::thing && candidate.role == Role::subject, Trait::thing_subject);
    out.add_if(body && anaphor.role == Role::possessor, Trait::body_owns);
    out.add_if(place && anaphor.role == Role::possessor, Trait::place_owns);
    out.add_if(body && speaks, Trait::body_speaks);
  }

  std::string_view verb_of(const Phrase& phrase) const {
    const std::int32_t head = token(phrase.head).head;
    return head < 0 ? std::string_view{} : lemma(static_cast<std::uint32_t>(head));
  }

  /// Whether the candidate is the subject of a clause above the anaphor, or of its own.
  void add_clause(const Phrase& anaphor, const Phrase& candidate, const Group& group, Traits& out) const {
    const std::int32_t verb = token(candidate.head).head;
    std::int32_t at = token(anaphor.head).head;
    for (int steps = 0; steps < 20 && at >= 0 && verb >= 0; ++steps) {
      if (at == verb) {
        const bool own = !has_subject_between(anaphor.head, verb);
        out.add(own ? Trait::own_subject : Trait::subject_above);
        const bool speaker = !own && m_words.is_saying(lemma(static_cast<std::uint32_t>(verb)));
        out.add_if(speaker, Trait::speaker_above);
        out.add_if(speaker && group.sort == Sort::body, Trait::body_speaker_above);
        return;
      }
      at = token(static_cast<std::uint32_t>(at)).head;
    }
  }

  bool has_subject_between(std::uint32_t from, std::int32_t verb) const {
    const Deprel first = universal(token(from).deprel);
    if (first == Deprel::nsubj) {
      return true;
    }
    for (std::int32_t at = token(from).head; at >= 0 && at != verb; at = token(static_cast<std::uint32_t>(at)).head) {
      const Deprel relation = universal(token(static_cast<std::uint32_t>(at)).deprel);
      if (relation == Deprel::ccomp || relation == Deprel::advcl || relation == Deprel::nsubj ||
          relation == Deprel::acl || relation == Deprel::parataxis) {
        return true;
      }
    }
    return false;
  }

  void add_noun(const Phrase& anaphor, const Group& group, Traits& out) const {
    const bool same = has_noun(group, anaphor);
    out.add_if(same, Trait::same_noun);
    out.add_if(same && same_words(anaphor, group), Trait::same_words);
    if (is_named(group) && fits_name(*anaphor.noun, mention(named(group)))) {
      out.add(anaphor.sort == Sort::person  ? Trait::fits_person
              : anaphor.sort == Sort::place ? Trait::fits_place
                                            : Trait::fits_body);
    }
    out.add_if(noun_in_name(anaphor, group), Trait::noun_in_name);
    out.add_if(anaphor.modified && has_new_words(anaphor, group), Trait::new_words);
  }

  bool same_words(const Phrase& anaphor, const Group& group) const {
    return std::any_of(
        group.heads.begin(), group.heads.begin() + static_cast<std::ptrdiff_t>(group.head_count),
        [&](std::uint32_t head) { return lemma(head) == lemma(anaphor.head) && modifiers_in(anaphor, head); });
  }

  /// Whether every word between the article and the noun was said of it before.
  bool modifiers_in(const Phrase& anaphor, std::uint32_t head) const {
    for (std::uint32_t t = anaphor.first + 1; t < anaphor.head; ++t) {
      bool said = false;
      for (std::uint32_t before = head; before-- > 0 && head - before < 6;) {
        said = said || lemma(before) == lemma(t);
      }
      if (!said) {
        return false;
      }
    }
    return true;
  }

  bool has_new_words(const Phrase& anaphor, const Group& group) const {
    for (std::size_t h = 0; h < group.head_count; ++h) {
      if (modifiers_in(anaphor, group.heads[h])) {
        return false;
      }
    }
    return group.name < 0 || !modifiers_in(anaphor, named(group).end);
  }

  Traits traits_of_none(const Choice& choice) const {
    Traits out;
    const Phrase& anaphor = m_phrases[choice.phrase];
    out.add(Trait::none);
    out.add_if(anaphor.role == Role::subject, Trait::none_subject);
    out.add_if(anaphor.role == Role::object, Trait::none_object);
    out.add_if(anaphor.role == Role::possessor, Trait::none_possessor);
    out.add_if(anaphor.quoted, Trait::none_quoted);
    out.add_if(anaphor.modified, Trait::none_modified);
    out.add_if(anaphor.sentence == 0, Trait::none_first);
    out.add_if(choice.options.empty() || m_phrases[choice.options.front().phrase].sentence != anaphor.sentence,
               Trait::none_nobody_here);
    if (choice.taking == Taking::nominal) {
      out.add_if(token(anaphor.first).feats.pron_type == ud::PronType::dem, Trait::none_this);
      out.add_if(is_restricted(anaphor), Trait::none_restricted);
    }
    out.add_if(choice.taking == Taking::it && tells_of_clause(anaphor), Trait::none_clause);
    return out;
  }

  /// "the city of Homs", "the group that fled": the words behind say which one.
  bool is_restricted(const Phrase& anaphor) const {
    const std::uint32_t end = m_analysis.sentences[anaphor.sentence].end_token;
    for (std::uint32_t t = anaphor.head + 1; t < end; ++t) {
      const Deprel relation = universal(token(t).deprel);
      if (token(t).head == static_cast<std::int32_t>(anaphor.head) &&
          (relation == Deprel::nmod || relation == Deprel::acl || relation == Deprel::appos)) {
        return true;
      }
    }
    return false;
  }

  /// "it is likely that", "it took an hour to": the verb or adjective has a clause for a second subject.
  bool tells_of_clause(const Phrase& anaphor) const {
    const std::int32_t head = token(anaphor.head).head;
    const std::uint32_t end = m_analysis.sentences[anaphor.sentence].end_token;
    for (std::uint32_t t = anaphor.head + 1; head >= 0 && t < end; ++t) {
      const Deprel relation = universal(token(t).deprel);
      const bool clause = relation == Deprel::ccomp || relation == Deprel::csubj || relation == Deprel::advcl ||
                          relation == Deprel::xcomp;
      const bool announced = relation == Deprel::ccomp && token(anaphor.head).deprel == Deprel::nsubj_pass;
      const bool verb = head >= 0 && token(static_cast<std::uint32_t>(head)).upos == Upos::verb;
      if (clause && token(t).head == head && (!verb || announced)) {
        return true;
      }
    }
    return false;
  }

  // ---- results
  // --------------------------------------------------------------------------------------------------------
  MentionKind kind_of(const Group& group) const {
    if (group.name >= 0) {
      return mention(named(group)).kind;
    }
    return group.sort == Sort::body    ? MentionKind::organisation
           : group.sort == Sort::place ? MentionKind::place
           : group.sort == Sort::thing ? MentionKind::equipment
                                       : MentionKind::person;
  }

  void write() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t p = 0; p < m_phrases.size(); ++p) {
      if (m_kept[p] && m_phrases[p].mention < 0) {
        order.push_back(p);
      }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return m_phrases[a].first < m_phrases[b].first; });
    std::vector<std::int32_t> place_of(m_phrases.size(), -1);
    for (std::size_t i = 0; i < order.size(); ++i) {
      place_of[order[i]] = static_cast<std::int32_t>(i);
    }
    for (const std::uint32_t p : order) {
      m_links.anaphors.push_back(made(p, place_of));
    }
    tell_phrases();
  }

  /// The trained phrase with the same head word stands for the same.
  void tell_phrases() {
    std::size_t a = 0;
    for (Linked& phrase : m_links.phrases) {
      while (a < m_links.anaphors.size() && m_links.anaphors[a].span.begin < phrase.span.begin) {
        ++a;
      }
      for (std::size_t i = a; i < m_links.anaphors.size() && m_links.anaphors[i].span.begin < phrase.span.end; ++i) {
        const Anaphor& anaphor = m_links.anaphors[i];
        if (anaphor.head_token == phrase.head_token && phrase.antecedent < 0) {
          phrase.antecedent = anaphor.antecedent;
        }
      }
    }
  }

  Anaphor made(std::uint32_t p, const std::vector<std::int32_t>& place_of) const {
    const Phrase& phrase = m_phrases[p];
    const std::int32_t before = m_before[p];
    Anaphor out;
    out.span = {token(phrase.first).span.begin, token(phrase.end - 1).span.end};
    out.first_token = phrase.first;
    out.end_token = phrase.end;
    out.head_token = phrase.head;
    out.pronoun = phrase.form == Form::pronoun;
    out.kind = kind_of(m_groups[m_group[p]]);
    out.before = before < 0 ? -1 : place_of[static_cast<std::size_t>(before)];
    if (m_name_before[p] >= 0) {
      out.antecedent = m_phrases[static_cast<std::size_t>(m_name_before[p])].mention;
    }
    return out;
  }

  std::string_view m_text;
  const Analysis& m_analysis;
  const NominalWords& m_words;
  const Judge& m_judge;
  Links& m_links;
  std::vector<Phrase> m_phrases;
  std::vector<Group> m_groups;
  std::vector<std::uint32_t> m_group;  // by phrase
  std::vector<std::int32_t> m_before, m_name_before;
  std::vector<bool> m_kept;
  std::unordered_map<std::string, std::uint32_t> m_by_name;
};

}  // namespace

void resolve_coreference(const CleanText& text, const Analysis& analysis, const NominalWords& words, const Judge& judge,
                         Links& links) {
  links.anaphors.clear();
  Resolver(text, analysis, words, judge, links).run();
}

void resolve_coreference(const CleanText& text, const Analysis& analysis, const CoreferenceRules& rules, Links& links) {
  resolve_coreference(
      text, analysis, rules.words,
      [&](const Choice& choice, const std::vector<Phrase>&) { return rules.weights.choose(choice); }, links);
}

}  // namespace hearsay::link
