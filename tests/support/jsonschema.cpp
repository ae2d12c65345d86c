// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jsonschema.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace dragoman::test {

namespace {

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == u"integer"_s)
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    static const QHash<QString, QJsonValue::Type> types{
        {u"null"_s, QJsonValue::Null},     {u"boolean"_s, QJsonValue::Bool}, {u"number"_s, QJsonValue::Double},
        {u"string"_s, QJsonValue::String}, {u"array"_s, QJsonValue::Array},  {u"object"_s, QJsonValue::Object}};
    return types.value(type, QJsonValue::Undefined) == value.type();
}

class Checker
{
public:
    explicit Checker(const QJsonObject &root) : m_root(root) {}

    QStringList check(const QJsonValue &value, const QJsonObject &schema, const QString &where);

private:
    using Keyword = void (Checker::*)(const QJsonValue &value, const QJsonValue &rule, const QString &where);

    void fault(const QString &where, const QString &what) { m_faults.append(where + u": "_s + what); }
    void ignore(const QJsonValue &, const QJsonValue &, const QString &) {}
    void ref(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void type(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void constant(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void oneOfValues(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void pattern(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void minLength(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void minimum(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void maximum(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void required(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void properties(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void additional(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void items(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void minItems(const QJsonValue &value, const QJsonValue &rule, const QString &where);
    void oneOf(const QJsonValue &value, const QJsonValue &rule, const QString &where);

    const QJsonObject m_root;
    QJsonObject m_schema; ///< whose keywords are being looked at
    QStringList m_faults;
};

QStringList Checker::check(const QJsonValue &value, const QJsonObject &schema, const QString &where)
{
    static const QHash<QString, Keyword> keywords{{u"$schema"_s, &Checker::ignore},
                                                  {u"$id"_s, &Checker::ignore},
                                                  {u"$defs"_s, &Checker::ignore},
                                                  {u"title"_s, &Checker::ignore},
                                                  {u"description"_s, &Checker::ignore},
                                                  {u"$ref"_s, &Checker::ref},
                                                  {u"type"_s, &Checker::type},
                                                  {u"const"_s, &Checker::constant},
                                                  {u"enum"_s, &Checker::oneOfValues},
                                                  {u"pattern"_s, &Checker::pattern},
                                                  {u"minLength"_s, &Checker::minLength},
                                                  {u"minimum"_s, &Checker::minimum},
                                                  {u"maximum"_s, &Checker::maximum},
                                                  {u"required"_s, &Checker::required},
                                                  {u"properties"_s, &Checker::properties},
                                                  {u"additionalProperties"_s, &Checker::additional},
                                                  {u"items"_s, &Checker::items},
                                                  {u"minItems"_s, &Checker::minItems},
                                                  {u"oneOf"_s, &Checker::oneOf}};
    const QJsonObject outer = m_schema;
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        const Keyword keyword = keywords.value(it.key(), nullptr);
        m_schema = schema;
        if (keyword)
            (this->*keyword)(value, it.value(), where);
        else
            fault(where, u"the schema's keyword '%1' is not known"_s.arg(it.key()));
    }
    m_schema = outer;
    return m_faults;
}

void Checker::ref(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    QJsonValue target = m_root;
    const QStringList steps = rule.toString().mid(2).split(u'/');
    for (const QString &step : steps)
        target = target.toObject().value(step);
    if (!rule.toString().startsWith(u"#/"_s) || !target.isObject())
        fault(where, u"the schema refers to '%1', which is not there"_s.arg(rule.toString()));
    else
        check(value, target.toObject(), where);
}

void Checker::type(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    const QJsonArray types = rule.isArray() ? rule.toArray() : QJsonArray{rule};
    const auto fits = [&value](const QJsonValue &type) { return isOfType(value, type.toString()); };
    if (std::none_of(types.begin(), types.end(), fits))
        fault(where, u"is of a wrong type"_s);
}

void Checker::constant(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    if (value != rule)
        fault(where, u"is not '%1'"_s.arg(rule.toString()));
}

void Checker::oneOfValues(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    if (!rule.toArray().contains(value))
        fault(where, u"'%1' is none of the values allowed"_s.arg(value.toString()));
}

void Checker::pattern(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    if (value.isString() && !QRegularExpression(rule.toString()).match(value.toString()).hasMatch())
        fault(where, u"'%1' does not fit %2"_s.arg(value.toString(), rule.toString()));
}

void Checker::minLength(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    if (value.isString() && value.toString().size() < rule.toInt())
        fault(where, u"is too short"_s);
}

void Checker::minimum(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    if (value.isDouble() && value.toDouble() < rule.toDouble())
        fault(where, u"is too small"_s);
}

void Checker::maximum(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    if (value.isDouble() && value.toDouble() > rule.toDouble())
        fault(where, u"is too large"_s);
}

void Checker::required(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    const QJsonArray names = rule.toArray();
    for (const QJsonValue &name : names) {
        if (value.isObject() && !value.toObject().contains(name.toString()))
            fault(where, u"has no '%1'"_s.arg(name.toString()));
    }
}

void Checker::properties(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    const QJsonObject object = value.toObject();
    const QJsonObject rules = rule.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (rules.contains(it.key()))
            check(it.value(), rules.value(it.key()).toObject(), where + u'/' + it.key());
    }
}

void Checker::additional(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    if (rule.toBool(true))
        return;
    const QJsonObject known = m_schema.value(u"properties"_s).toObject();
    const QStringList names = value.toObject().keys();
    for (const QString &name : names) {
        if (!known.contains(name))
            fault(where, u"has an unknown field '%1'"_s.arg(name));
    }
}

void Checker::items(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        check(array[i], rule.toObject(), where + u'/' + QString::number(i));
}

void Checker::minItems(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    if (value.isArray() && value.toArray().size() < rule.toInt())
        fault(where, u"has too few items"_s);
}

void Checker::oneOf(const QJsonValue &value, const QJsonValue &rule, const QString &where)
{
    const QJsonArray choices = rule.toArray();
    const auto fits = [&](const QJsonValue &choice) {
        return Checker(m_root).check(value, choice.toObject(), where).isEmpty();
    };
    if (std::count_if(choices.begin(), choices.end(), fits) != 1)
        fault(where, u"does not fit exactly one of the choices"_s);
}

} // namespace

QStringList schemaFaults(const QJsonValue &value, const QJsonObject &schema)
{
    return Checker(schema).check(value, schema, u"$"_s);
}

} // namespace dragoman::test
